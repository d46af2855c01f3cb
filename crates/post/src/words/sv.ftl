mail-greeting = Hej!
mail-no-button = Fungerar inte länken? Kopiera den här adressen till din webbläsare:
mail-reason = Du får det här mejlet från { $organisation }. Svara inte på det: ingen läser den här brevlådan.
