"""The nouns of the program: regions, findings, causes, rules, the movement chain, the library, a visit.

Plain frozen values. Nothing here reads a file, draws a pixel or decides anything; the other rooms do that with these
words.
"""
