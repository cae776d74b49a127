# Ce qui ne va pas dans un fichier, en une phrase qui dit quoi faire.

problem-unreadable = ne peut pas être lu ({ $detail }) ; vérifiez ses droits.
problem-link-outside = lien qui sort du dossier, non ouvert ; copiez le fichier à sa place.
problem-not-a-file = n'est pas un fichier ordinaire, non ouvert ; retirez-le.
problem-binary = contenu binaire ({ $size } octets), non affiché ; convertissez-le en texte.
problem-empty = fichier vide ; complétez-le ou retirez-le.
problem-too-large = trop grand ({ $size } octets) : seuls les { $read } premiers octets sont lus ; découpez-le.
problem-encoding = n'est pas en UTF-8, lu comme { $encoding } ; vérifiez les accents.
problem-undecodable = contient des octets illisibles, remplacés par � ; réenregistrez-le en UTF-8.
problem-hidden-characters =
    { $count ->
        [one] contient 1 caractère invisible, rendu visible ; retirez-le.
       *[other] contient { $count } caractères invisibles, rendus visibles ; retirez-les.
    }
problem-front-matter-unclosed = l'en-tête n'a pas de ligne de fin ; ajoutez-la. Tout est montré comme texte.
problem-front-matter-invalid = l'en-tête ne peut pas être lu ({ $detail }) ; corrigez-le.
problem-unknown-key = clé inconnue « { $key } » ; retirez-la ou corrigez-la.
problem-invalid-value = « { $value } » ne convient pas pour { $key } ; corrigez-le.
problem-duplicate-id = l'identifiant « { $id } » est déjà celui de { $other } ; changez l'un des deux.
problem-imported = a été importé : { $other } le remplace et ce fichier n'est plus listé ; écartez-le.
problem-no-title = aucun titre dans le texte ; ajoutez title.
problem-no-date = aucune date dans le texte ; ajoutez date.
problem-no-country = aucun pays n'est nommé ; ajoutez countries.
