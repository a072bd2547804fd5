"""What law is said to ask: whatever else happens, or of whoever does something."""

import pytest

from detente.domain.evidence import Proposition, Requirement

from .sentences import cases, party, read

OBLIGES = [
    (
        "Peru demanded that Kenya pay for the dam, as a law passed in 2001 requires of all states.",
        "pay",
        "KEN",
    ),
    # law's present
    ("Under the agreement of 1998 Norway pays for the right to fish there.", "pay", "NOR"),
    ("By the terms of the lease Kenya repaints the buoys each year.", "repaint", "KEN"),
    ("The treaty obliges Kenya to withdraw its troops.", "withdraw", "KEN"),
    ("Article 6 of the 2003 pact on transit obliges Kenya to open the crossing.", "open", "KEN"),
    ("Resolution 1701 of August 2006 obliges Israel to withdraw its forces.", "withdraw", "ISR"),
    ("Under the convention, Kenya must release the prisoners.", "release", "KEN"),
    ("Under the ceasefire, Armenia has to release the prisoners.", "release", "ARM"),
    ("Under the treaty Kenya is to withdraw its troops by May.", "withdraw", "KEN"),
    ("Kenya is obliged by the treaty to let the convoy pass.", "let_in", "KEN"),
    (
        "As a signatory of the convention, Kenya is bound to admit the inspectors.",
        "admit",
        "KEN",
    ),
    ("Under the 2015 accord, Iran agreed to admit inspectors.", "admit", "IRN"),
    ("The memorandum, which Kenya signed, requires it to withdraw its troops.", "withdraw", "KEN"),
    (
        "Oslo cited Article 4 of the pact, which it said obliges Kenya to admit inspectors.",
        "admit",
        "KEN",
    ),
    ("Kenya has an obligation under the treaty to release the crew.", "release", "KEN"),
    ("The treaty imposes a duty on Kenya to release the crew.", "release", "KEN"),
    ("The treaty requires the withdrawal of all troops from the province.", "withdraw", None),
    ("The agreement provides for the withdrawal of all foreign troops.", "withdraw", None),
    (
        "Oslo pointed to a pact under which, it said, Kenya must open the crossing.",
        "open",
        "KEN",
    ),
    ("He referred to the charter, under which Kenya must release the crew.", "release", "KEN"),
    ("Legally, Spain has to let the convoy pass, a lawyer said.", "let_in", "ESP"),
    ("The convention provides that prisoners shall be released.", "release", None),
    ("Parliament passed a law in March that obliges Kenya to open the border.", "open", "KEN"),
    ("The court ordered Kenya to release the crew.", "release", "KEN"),
    ("The tribunal ruled that Chile must pay compensation.", "pay", "CHL"),
    ("The court in Arusha has told Kenya to free the publisher.", "free", "KEN"),
    ("Article 7 requires that arrested crews be promptly released, she noted.", "release", None),
    ("The Kampala accord says that Rwanda is to disarm the militia.", "disarm", "RWA"),
    ("The union's own rules oblige Hungary to recognise the licences.", "recognise", "HUN"),
    # what law says of a state of things
    ("The concession requires the canal to stay open.", "open", None),
    ("The treaty guarantees that the strait remains open.", "open", None),
    ("The lease provides for an open harbour.", "open", None),
    ("The truce requires the troops to be withdrawn.", "withdraw", None),
    ("The contract lays down that the pipeline must be reopened.", "open", None),
    ("The award of 2009 leaves no doubt that Chile must pay the fee.", "pay", "CHL"),
    # law that stands in the sentence before, or with whoever says it
    ("The court was very clear. Kenya is to withdraw its troops.", "withdraw", "KEN"),
    ("The ceasefire leaves no doubt. Kenya must withdraw its troops.", "withdraw", "KEN"),
    ("Kenya must open the crossing, she said, citing the pact of 1963.", "open", "KEN"),
    (
        "Oslo signed the pact of 1963. By its terms, it said, Kenya must open the road.",
        "open",
        "KEN",
    ),
    ("The treaty of 1963 is in force. Its text obliges Kenya to open the road.", "open", "KEN"),
    (
        "He named a pact on improving roads in the border area, which requires Kenya to open it.",
        "open",
        "KEN",
    ),
    ("Resolution 1701 demands that Kenya withdraw its troops.", "withdraw", "KEN"),
    ("The court gave Kenya sixty days to withdraw its troops.", "withdraw", "KEN"),
    ("The treaty says in plain words that Kenya will release the crew.", "release", "KEN"),
    ("A court ruled in May that the crew be released.", "release", None),
    ("Oslo wants Kenya to honour the pact of 1963 and release the crew.", "release", "KEN"),
    ("Kenya signed a pact in which it promised to release the crew.", "release", "KEN"),
    # nouns of duty
    ("The protocol contains an obligation for Peru to release the crew.", "release", "PER"),
    ("Norway is under a duty to release the crew under the convention.", "release", "NOR"),
    ("The ruling leaves Norway no choice but to release the crew.", "release", "NOR"),
    ("The release of the crew is mandatory under the convention.", "release", None),
    ("The duty to release the crew follows from Article 7.", "release", None),
    # law beside what somebody must do
    ("Peru must release the crew, as the convention requires.", "release", "PER"),
    ("Peru must comply with the ruling and release the crew.", "release", "PER"),
    ("The convention is clear: Peru must release the crew.", "release", "PER"),
    ("As a member of the union, Peru must release the crew.", "release", "PER"),
    ("Peru signed a pact, according to which it must release the crew.", "release", "PER"),
    ("Citing Article 7 of the pact, Chile demanded that Peru release the crew.", "release", "PER"),
    ("Chile demanded that Peru release the crew in accordance with the pact.", "release", "PER"),
    # orders and deals that are law by who made them, by name or by year
    ("The court's order obliges Peru to release the crew.", "release", "PER"),
    ("The Lomé deal of 2011 obliges Peru to release the crew.", "release", "PER"),
    ("The exchange of letters of 1958 obliges Peru to release the crew.", "release", "PER"),
    ("An arbitral award obliges Peru to release the crew.", "release", "PER"),
    ("The tribunal gave Peru until June to release the crew.", "release", "PER"),
    ("The truce gave Peru 60 days to withdraw its troops.", "withdraw", "PER"),
    # whose word is law, and what it is written in
    ("Security Council resolution 1860 calls on Peru to withdraw its troops.", "withdraw", "PER"),
    ("The Security Council decided that Peru shall withdraw its troops.", "withdraw", "PER"),
    ("The panel report requires Peru to lift the ban.", "lift", "PER"),
    ("By its order of 21 May the court told Peru to release the crew.", "release", "PER"),
    ("Peru, a Chilean court decided in April, must release the crew.", "release", "PER"),
    (
        "Chile demanded that Peru comply with the court's order to release the crew.",
        "release",
        "PER",
    ),
    ("Peru committed itself under the accord to withdrawing its troops.", "withdraw", "PER"),
    # debts, and duties that somebody is reminded of
    ("Under the award, Peru owes Chile 40 million dollars.", "pay", "PER"),
    ("The rent is due under Article 6 of the lease.", "pay", None),
    ("Under the contract Peru is liable to pay the fee.", "pay", "PER"),
    ("The port treaty makes Peru liable for the rent.", "pay", "PER"),
    ("Chile recalled Peru's duty under the port treaty to pay the rent.", "pay", "PER"),
    ("Chile pointed to the lease, according to which the tenant pays the rent.", "pay", None),
    # what is left undone
    ("Non-payment of the rent breaches the lease, Chile said.", "pay", None),
    ("The refusal of consular visits violates the convention, Chile said.", "admit", None),
]
FORBIDS = [
    ("Decision 399 of the community forbids Ecuador to close the border.", "close", "ECU"),
    ("Norway is barred from repainting the buoys under the treaty.", "repaint", "NOR"),
    ("Kenya broke the pact when it repainted the buoys, Oman said.", "repaint", "KEN"),
    ("Kenya cannot repaint the buoys without breaking the pact, Oman said.", "repaint", "KEN"),
    ("Nothing in the treaty allows Kenya to close the border.", "close", "KEN"),
    ("Nothing in Article 4 of the pact gives Kenya the right to close the border.", "close", "KEN"),
    ("Nowhere does the treaty allow Kenya to close the border.", "close", "KEN"),
    ("Under the treaty Kenya has no business closing the border.", "close", "KEN"),
    (
        "In the pact Kenya renounced all claims and promised never to close the port.",
        "close",
        "KEN",
    ),
    ("Article 4 of the agreement forbids Kenya to close the border.", "close", "KEN"),
    ("Article 33 of the convention prohibits Kenya from deporting the refugees.", "deport", "KEN"),
    ("The law prohibits the extradition of citizens.", "extradite", None),
    ("A 1991 law bars arms sales to Sudan.", "supply", None),
    ("The law prohibits the extradition of persons who face execution.", "extradite", None),
    ("The law was passed in 2010. It forbids the extradition of citizens.", "extradite", None),
    ("The law bars Kenya from closing the border.", "close", "KEN"),
    ("The treaty rules out a closure of the strait.", "close", None),
    ("No law permits Kenya to close the border, Ghana said.", "close", "KEN"),
    ("Under the 1936 convention, Turkey may not close the strait.", "close", "TUR"),
    ("Kenya is prohibited under the agreement from imposing tariffs.", "impose", "KEN"),
    ("Article XI of the accord on tariffs forbids import bans of this kind.", "impose", None),
    ("The law of 2008 forbids ties with the enclave.", "restore_relations", None),
    ("A statute of 1974 makes it a crime to export the fossils.", "export", None),
    ("Ankara is not entitled under the convention to close the straits.", "close", "TUR"),
    ("Closing the strait is prohibited under the Montreux Convention.", "close", None),
    ("A court in Athens ruled that the cargo could not be seized.", "seize", None),
    # freedoms that law does not give
    ("The treaty leaves no room for a closure of the strait.", "close", None),
    ("The treaty gives Norway no right to close the strait.", "close", "NOR"),
    ("The treaty denies Norway the right to close the strait.", "close", "NOR"),
    ("Under the treaty, Norway has no right to close the strait.", "close", "NOR"),
    ("Under the treaty, Norway is not free to close the strait.", "close", "NOR"),
    ("The treaty allows no closure of the strait.", "close", None),
    ("The treaty does not authorise the closure of the strait.", "close", None),
    ("The treaty contains a ban on closing the strait.", "close", None),
    ("The treaty makes closing the strait an offence.", "close", None),
    ("The treaty obliges Norway to refrain from closing the strait.", "close", "NOR"),
    ("The law of 1936 forbids Norway to close the strait.", "close", "NOR"),
    ("The treaty forbids either side to close the strait.", "close", None),
    ("Article 5 is clear: neither side may close the strait.", "close", None),
    ("The treaty says the strait is not to be closed.", "close", None),
    ("Under Article 16 the pact may be ended only by consent of both.", "quit", None),
    ("Under the pact it is forbidden to close the strait.", "close", None),
    ("The treaty forbids Norway to close the strait unless ships are in danger.", "close", "NOR"),
    # what law allows only in a case
    ("The treaty allows Norway to close the strait only in time of war.", "close", "NOR"),
    ("Under the treaty Norway may close the strait only if it is at war.", "close", "NOR"),
    ("Under the rules such bans are permitted only for a limited time.", "impose", None),
    ("Norwegian law allows accounts to be frozen only by order of a court.", "freeze_funds", None),
    # everybody, and none in particular
    ("Nobody may be held without charge under the covenant.", "detain", None),
    ("Under the transit agreement Norway may not close the strait.", "close", "NOR"),
]
BREACHES = [
    (
        (
            "Article 4 of the labour pact concluded between the two states in 2018, in the view of"
            " the ministry, forbids the ban."
        ),
        "impose",
    ),
    ("Article 7 of the pact on trade, he likes to recall, forbids the ban.", "impose"),
    ("The accord allows safeguard duties for one year at most.", "impose"),
    ("The accord permits the repainting of buoys for no more than a month.", "repaint"),
    ("International law prohibits the repainting of the buoys, Oman said.", "repaint"),
    ("It is a crime under the act to export the weapons.", "supply"),
    ("Peru called the import ban illegal under the rules of the union.", "impose"),
    ("A panel found that the levies break the rules of the union.", "impose"),
    ("The levy violates Article 4 of the Trade Convention, the Kenyan minister said.", "impose"),
    ("The ban breaches the 1994 treaty, Sweden said.", "impose"),
    ("Kenya said the tariffs were contrary to the rules of the customs union.", "impose"),
    ("The ban on imports is incompatible with the East African treaty, Uganda argues.", "impose"),
    ("Holding the sailors contravenes the Convention on the Law of the Sea.", "detain"),
    ("By closing the border, Kenya has violated the transit agreement of 2009.", "close"),
    ("Uganda accused Kenya of violating the transit agreement by closing the border.", "close"),
    ("The detention of the crew is illegal under international law, Ghana said.", "detain"),
    ("Peru called the tariffs a violation of the trade pact.", "impose"),
    ("Chile closed the port in breach of the 1904 treaty, Bolivia says.", "close"),
    ("The export ban runs counter to Article XI of the trade agreement, Ghana said.", "impose"),
    ("The tribunal found that the ban violated the convention.", "impose"),
    ("It would violate the treaty to deport the refugees, Kenya said.", "deport"),
    ("The embargo flouts a ruling of the regional court.", "impose"),
    ("The tariff is at odds with the agreement of 2006, Belgrade says.", "impose"),
    ("The tariffs are not in line with the agreement, Kenya said.", "impose"),
    ("The tariffs break the rules of the trade organisation, Peru said.", "impose"),
    ("The fishing ban has no legal basis in the convention.", "impose"),
    ("The closure is a violation of the declaration that both signed in 2015.", "close"),
    ("The survey flights violate the declaration of 2023.", "continue"),
    ("Kenya closed the border in May. The move contravenes the treaty.", "close"),
    ("Kenya closed the border, which violates the treaty.", "close"),
    ("The closure of the canal cannot be reconciled with the concession.", "close"),
    ("The closure of the canal is against the treaty.", "close"),
    ("The closure of the canal is null and void under the treaty.", "close"),
    ("The closure of the canal lacks any basis in the treaty.", "close"),
    ("The closure of the canal makes a mockery of the treaty.", "close"),
    ("Norway closed the canal, contrary to the treaty.", "close"),
    ("Norway closed the canal, a violation of the treaty.", "close"),
    ("The court declared the closure of the canal illegal.", "close"),
    ("The court struck down the closure of the canal.", "close"),
    ("The court ruled against the closure of the canal.", "close"),
    ("The court found the closure of the canal to be in breach of the treaty.", "close"),
    ("Norway is in breach of the treaty by keeping the canal closed.", "close"),
    ("The crew is held in breach of the convention, Peru said.", "detain"),
    ("Holding the crew, Peru argued, was a clear breach of the convention.", "detain"),
    ("A panel found that the ban is not justified under Article XI.", "impose"),
    ("The ban runs foul of Article XI of the accord.", "impose"),
]
GENERAL = [
    ("Under the agreement both countries are obliged to open the border.", "open", "positive"),
    ("Neither country may divert the river under the treaty.", "withhold_water", "negative"),
    ("Under Article XII, the ministry said, neither side may suspend it.", "halt", "negative"),
    ("The protocol does not permit either side to station troops there.", "deploy", "negative"),
    ("The Geneva Convention forbids states to deport prisoners.", "deport", "negative"),
    ("Article 9 stipulates that each party shall admit inspectors.", "admit", "positive"),
    ("The convention forbids a host to lift the immunity of envoys.", "lift_immunity", "negative"),
    ("Under union rules a member may not raise tariffs.", "impose", "negative"),
    ("The Geneva Conventions oblige all states to open the crossings.", "open", "positive"),
    ("The lease obliges the tenant to pay the rent.", "pay", "positive"),
    ("The pact is clear. Neither party may close the canal without leave.", "close", "negative"),
]
ENTITLES = [
    ("The consul is entitled under the convention to visit the prisoners.", "admit"),
    ("The treaty guarantees Bolivia access to the port.", "grant"),
    ("Article 36 entitles France to visit the prisoners.", "admit"),
    ("Under the convention detainees have the right to consular visits.", "admit"),
    ("The pact of 1998 gives Uganda the right to inspect the reactor.", "admit"),
    ("Under the accord Chile is entitled to a visit by monitors.", "admit"),
    ("The statute grants Kenya access to the records.", "grant"),
]
WHOEVER = [
    (
        "The act obliges the president to impose sanctions on any state that buys the missiles.",
        "acquire",
        ("impose", "positive"),
    ),
    (
        "Section 9 of the act obliges the president to penalise any state that buys arms there.",
        "acquire",
        ("penalise", "positive"),
    ),
    (
        "Under the statute, any state that closes the strait must pay compensation.",
        "close",
        ("pay", "positive"),
    ),
    (
        "The law forbids ties with any government that recognises the enclave.",
        "recognise",
        ("restore_relations", "negative"),
    ),
    (
        "A 2019 act requires them to expel envoys of any country that holds its citizens.",
        "detain",
        ("recall_envoy", "positive"),
    ),
    (
        "The Espoo Convention requires a country that builds a reactor to consult its neighbours.",
        "build",
        ("consult", "positive"),
    ),
    (
        "The law prohibits ties with any state that treats the enclave as independent.",
        "recognise",
        ("restore_relations", "negative"),
    ),
    (
        "The act obliges the president to impose sanctions on whoever buys the missiles.",
        "acquire",
        ("impose", "positive"),
    ),
    (
        "Under the accord Kenya must license boats for which proof has been provided.",
        "share",
        ("license", "positive"),
    ),
]
GIVEN = [
    (
        "Under the treaty, Kenya must withdraw its troops if Somalia opens the border.",
        ("open", "positive"),
        ("withdraw", "positive"),
    ),
    (
        "The convention obliges Kenya to release the crews once a bond has been posted.",
        ("post", "positive"),
        ("release", "positive"),
    ),
    (
        "The accord requires Kenya to open the border when Somalia withdraws its troops.",
        ("withdraw", "positive"),
        ("open", "positive"),
    ),
    (
        "A law of May obliges Iran to suspend the visits if American sanctions are still in force.",
        ("impose", "positive"),
        ("bar", "positive"),
    ),
    (
        "Under the law Iran must suspend the visits unless the United States lifts its sanctions.",
        ("lift", "negative"),
        ("bar", "positive"),
    ),
    (
        "The court ruled that Kenya must pay the fee once Somalia opens the border.",
        ("open", "positive"),
        ("pay", "positive"),
    ),
]
# Law that is cited and not quoted: what it asks stands elsewhere.
ONLY_CITED = [
    ("Peru accused its neighbour of a breach of the pact of 1904.", "violate", None),
    ("Peru accused the government of a breach of the pact of 1904.", "violate", None),
    ("Peru accused Chile of breaking the treaty.", "violate", "CHL"),
    ("Chile is in breach of the pact, Peru said.", "violate", "CHL"),
    ("The move violates the treaty, Peru said.", "violate", None),
    ("The treaty requires it, Peru said.", "comply", None),
    ("Peru invoked the treaty of 1904.", "comply", None),
    ("Peru cited Article 9 of the pact, which allows each side to protect itself.", "comply", None),
    ("Chile is bound by the treaty to do so, Peru said.", "comply", None),
    ("Chile is in default of its obligations under the treaty, Peru said.", "violate", "CHL"),
]
NONE = [
    "The minister, he likes to recall, forbids the ban.",
    "The report on trade concluded in 2018, in his view, forbids the ban.",
    "Under the treaty Kenya faces a fine.",
    "Under a new government Kenya repaints the buoys.",
    "Under the treaty Kenya repainted the buoys in May.",
    "Ministers took a decision that forbids the closure of the border.",
    "The treaty allows up to six ships to pass.",
    "The court was very clear, and Kenya must release the prisoners, Uganda said.",
    "The minister was very clear. Kenya is to withdraw its troops.",
    "Kenya must open the crossing, she said, citing the weather.",
    "Nothing in the treaty obliges Kenya to open the border.",
    "The court dismissed a claim that the ban violates the treaty.",
    "The treaty says that Kenya will release nobody if it is attacked? Nobody knows.",
    "The report says that Kenya will release the crew.",
    "The court found that the levies are fair.",
    "Peru cited its losses. By its own terms, it said, Kenya must free the men.",
    "Kenya must release the prisoners, the Somali minister said.",
    "The law was passed on Monday, and Kenya must release the crew.",
    "The minister ordered the police to release the crew.",
    "The treaty was signed in May. Kenya must open the border, Uganda said.",
    "The agreement requires ratification by both parliaments.",
    "The resolution requires nine votes.",
    "Kenya must abide by the treaty.",
    "Under no treaty must Kenya open the border.",
    "Under an agreement reached on Monday, Peru will reopen the port.",
    "Under Article 5, Kenya may close the border.",
    "The law firm said Kenya must open the border.",
    "The ruling party must withdraw its troops.",
    "Under pressure, Kenya must withdraw its troops.",
    "Under British rule, Kenya must withdraw its troops.",
    "Under the treaty, Kenya must withdraw its troops after the talks have ended.",
    "Under the treaty, Kenya must withdraw its troops if it wants peace.",
    "Under the proposed treaty, Kenya must withdraw its troops.",
    "The treaty was signed in May.",
    "The treaty does not oblige Kenya to open the border.",
    "Nothing in the treaty obliges Kenya to withdraw its troops.",
    "Kenya said no treaty requires it to pay.",
    "Does the treaty oblige Kenya to withdraw its troops?",
    "The deal allows Kenya to keep its troops.",
    "The treaty entitles Kenya to keep its troops there.",
    "The treaty gives Kenya a veto over works upstream.",
    "The regulation leaves members free to close their borders.",
    "The tariffs do not violate the agreement, Kenya said.",
    "The ban is lawful under the treaty, Kenya said.",
    "The ban is compatible with the treaty, the court held.",
    "The ban is no violation of the treaty, Kenya insisted.",
    "Kenya denied that the ban violates the treaty.",
    "It is unclear whether the ban violates the treaty.",
    "The ban may violate the treaty, a lawyer said.",
    "The attack violated the sovereignty of Mali.",
    "The ban is unfair and illegal, Uganda said.",
    "Under an exchange of prisoners Kenya must release the crew.",
    "The minister's order obliges the police to release the crew.",
    "The deal collapsed because Kenya closed the border.",
    "The treaty leaves room for a closure of the border.",
    "The treaty gives Kenya the right to close the border.",
    "The treaty contains a chapter on closing the border.",
    "The court struck a deal on the closure.",
    "Kenya cited the weather.",
    "In the minister's view, Kenya must open the border.",
    "The statement of the ministry says that Kenya must open the border.",
    "The treaty allows Kenya to close only its own ports.",
    "Kenya may close the border only on Sundays.",
    "The city council demanded that Kenya open the border.",
    "The court rejected the appeal.",
    "Kenya owes Uganda a visit, the minister said.",
    "The law leaves Kenya responsible for its borders.",
]


def duties(text: str) -> list[Requirement]:
    found = [r for r in read(text).requirements if r.duty or r.ground == "law"]
    assert all(r.ground == "law" for r in found)
    return found


def asked(text: str) -> list[Proposition]:
    return [p for r in duties(text) for p in r.needs]


def told(text: str) -> list[tuple[str, str]]:
    return [(p.act, p.polarity) for p in asked(text)]


@pytest.mark.parametrize(("text", "act", "who"), cases(OBLIGES, {}))
def test_law_obliges(text: str, act: str, who: str | None) -> None:
    assert [(p.act, p.polarity, party(p.agent)) for p in asked(text)] == [(act, "positive", who)]


@pytest.mark.parametrize(("text", "act", "who"), cases(FORBIDS, {}))
def test_law_forbids(text: str, act: str, who: str | None) -> None:
    assert [(p.act, p.polarity, party(p.agent)) for p in asked(text)] == [(act, "negative", who)]


@pytest.mark.parametrize(("text", "act"), cases(BREACHES, {}))
def test_what_is_against_the_law_is_forbidden(text: str, act: str) -> None:
    assert told(text) == [(act, "negative")]


@pytest.mark.parametrize(("text", "act", "polarity"), cases(GENERAL, {}))
def test_law_speaks_of_whoever_it_fits(text: str, act: str, polarity: str) -> None:
    assert [(p.act, p.polarity, party(p.agent)) for p in asked(text)] == [(act, polarity, None)]


@pytest.mark.parametrize(("text", "act"), cases(ENTITLES, {}))
def test_what_one_has_a_right_to_is_owed_by_others(text: str, act: str) -> None:
    assert [(p.act, p.polarity, p.agent) for p in asked(text)] == [(act, "positive", None)]


@pytest.mark.parametrize(("text", "given", "then"), cases(WHOEVER, {}))
def test_law_binds_whoever_does_something(text: str, given: str, then: tuple[str, str]) -> None:
    (duty,) = duties(text)
    assert duty.benefit is not None
    assert duty.benefit.act == given
    assert told(text) == [then]


@pytest.mark.parametrize(("text", "given", "then"), cases(GIVEN, {}))
def test_law_asks_where_something_is_given(
    text: str, given: tuple[str, str], then: tuple[str, str]
) -> None:
    (duty,) = duties(text)
    assert duty.benefit is not None
    assert (duty.benefit.act, duty.benefit.polarity) == given
    assert told(text) == [then]


@pytest.mark.parametrize(("text", "act", "who"), cases(ONLY_CITED, {}))
def test_law_that_is_cited_and_not_quoted(text: str, act: str, who: str | None) -> None:
    assert [(p.act, party(p.agent)) for p in asked(text)] == [(act, who)]


def test_who_cites_a_law() -> None:
    (duty,) = duties(
        "Peru pointed to Article 5 of the pact, which forbids Chile to close the port."
    )
    assert duty.setter == "PER"
    (duty,) = duties("In Peru's view, the pact obliges Chile to open the port.")
    assert duty.setter == "PER"


@pytest.mark.parametrize("text", NONE)
def test_no_law_asks_nothing(text: str) -> None:
    assert not duties(text)


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        (
            "Article 5 of the convention entitles Malian aircraft to overfly Algeria.",
            "let_in",
            "DZA",
        ),
        ("The treaty gives Malian ships the right to cross Algeria.", "let_in", "DZA"),
        ("Malian aircraft are entitled under the pact to fly over Algeria.", "let_in", "DZA"),
        ("The pact gives its inspectors the right to see any plant.", "admit", None),
    ],
)
def test_whose_place_it_is_lets_in_who_has_a_right_to_go_there(
    text: str, act: str, who: str | None
) -> None:
    assert [(p.act, p.polarity, party(p.agent)) for p in asked(text)] == [(act, "positive", who)]


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        # what the one says stays said, whatever the other answers
        ("Peru says the pact forbids the closure; Chile denies that it does.", "close", "negative"),
        # the law stands before whoever tells of it
        ("Article 12 of the pact, Peru argues, leaves Chile no right to close its ports.", "close",
         "negative"),
        ("An Oslo court has ruled the detention illegal.", "detain", "negative"),
        ("The council of the union has ruled that the ban is unlawful.", "impose", "negative"),
        ("States that have signed the pact may not close the strait, Peru said.", "close",
         "negative"),
        ("The protocol exempts cocoa from all levies.", "impose", "negative"),
        ("Cocoa is exempt from levies under the protocol.", "impose", "negative"),
        ("Kenya had no right under the pact to close the border, Chad said.", "close", "negative"),
        ("Holding prisoners is a breach of the pact.", "detain", "negative"),
        ("Chad reminded Kenya of its duty under the pact to open the border.", "open", "positive"),
        ("Kenya undertook in the agreement to admit inspectors.", "admit", "positive"),
        ("Peru spoke of a ban which Chile was barred from imposing under the treaty.", "impose",
         "negative"),
        ("The pact obliges Kenya to trade. It must therefore lift the ban.", "lift", "positive"),
        # in words that name no deed of anybody, it is to be kept
        ("The labour accord forbids lodgings outside the camps, Chad said.", "comply", "positive"),
        ("Chad is entitled by the accord to overtake.", "comply", "positive"),
        ("The accord is binding, Chad said, and Kenya must honour it.", "comply", "positive"),
        ("A search at sea would violate the convention, Chad said.", "violate", "negative"),
    ],
)  # fmt: skip
def test_law_is_heard_in_whatever_turn(text: str, act: str, polarity: str) -> None:
    assert (act, polarity) in [(p.act, p.polarity) for p in asked(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied that the pact forbids the closure.",
        "The new factory, Peru argues, leaves Chile no choice.",
        "Kenya must therefore lift the ban.",
        "A shopkeeper ruled the price absurd.",
        "Refusing inspectors are the rule.",
        "The firm exempts staff from early shifts.",
        "A merchant violates the peace of the street, Chad said.",
    ],
)
def test_no_law_is_heard_where_none_is_told_of(text: str) -> None:
    assert not duties(text)


def test_in_which_case_a_law_applies_ties_nothing_to_it() -> None:
    (found,) = duties("Under the charter a member in which order has been upset shall be expelled.")
    assert found.benefit is None


def test_who_has_to_give_notice_is_who_does_it_later() -> None:
    (found,) = [
        r
        for r in read(
            "Kenya has to tell Chad, under the pact, before it fills the lake."
        ).requirements
        if r.benefit is not None
    ]
    assert party(found.benefit and found.benefit.agent) == "KEN"
