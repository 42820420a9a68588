"""The catalogue, the library, citations and the command line of Terkha."""
