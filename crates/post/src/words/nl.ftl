mail-greeting = Hallo,
mail-no-button = Werkt de link niet? Kopieer dan dit adres naar je browser:
mail-reason = Je krijgt deze mail van { $organisation }. Antwoord er alsjeblieft niet op: niemand leest deze mailbox.
