# La ligne de commande.

cli-nothing = Rien trouvé.
