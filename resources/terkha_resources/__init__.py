"""Icons, fonts, manual and translations of Terkha."""
