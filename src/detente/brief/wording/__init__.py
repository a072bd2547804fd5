"""The wording of a brief: everything that it says is written in this package, and nowhere else.

Functions from data to prose. :mod:`phrases` knows English and nothing of disputes, :mod:`terms`
puts a dispute's own parts into clauses, and the others hold one subject each: who spoke, what
holds, the deal, the law, how sure it is, what has changed, and the labels of the page.

Nothing is put more strongly than its evidence: parties *say* and *want*, states *hold* under
named concepts, and what was inferred says so. Every fact has one wording.
"""
