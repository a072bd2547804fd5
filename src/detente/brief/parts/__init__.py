"""What a brief has to say, part by part: each finds one kind of result and what it rests on."""
