# Ce qui ne va pas dans un fichier, en une phrase qui dit quoi faire.

problem-unreadable = ne peut pas être lu ({ $detail }) ; vérifiez ses droits.
problem-link-outside = lien qui sort du dossier, non ouvert ; copiez le fichier à sa place.
problem-link-nowhere = lien qui ne mène nulle part ; retirez-le ou remettez ce qu'il désignait.
problem-too-deep = rangé trop profondément, non listé ; remontez-le de quelques dossiers.
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
problem-changed-since-import = a changé depuis que { $other } en a été importé, les deux sont donc listés ; importez-le de nouveau pour garder le nouveau texte.
problem-no-title = aucun titre dans le texte ; ajoutez title.
problem-no-date = aucune date dans le texte ; ajoutez date.
problem-no-country = aucun pays n'est nommé ; ajoutez countries.

# Le répertoire de noms du lecteur.
gazetteer-not-a-file = { $path } : ce n'est pas un simple fichier, il n'est donc pas lu ; déplacez-le.
gazetteer-too-large = plus de { $most } Ko, rien n'en compte ; n'y gardez que des noms de pays.
gazetteer-too-many = plus de 1 000 tables ; à partir d'ici elles ne comptent pas, retirez ce qui est inutile.
gazetteer-syntax = ce n'est pas du TOML ({ $detail }) ; corrigez cette table, les autres comptent.
gazetteer-code = « { $code } » n'est pas un code ; écrivez deux lettres pour un pays, trois à huit pour une organisation, comme [BY].
gazetteer-key = clé inconnue « { $key } » ; retirez-la ou corrigez-la.
gazetteer-value = { $value } n'est pas une valeur pour { $key } ; corrigez-la.
gazetteer-form = « { $form } » est trop court ou trop long pour être cherché dans un texte ; écrivez un nom de 2 à 100 lettres (3 en minuscules).
gazetteer-nameless = { $code } est nouveau ici et n'a pas de nom ; donnez-lui names = ["..."].
gazetteer-known-kind = ce que désigne { $code } est connu et ne change pas ; retirez cette ligne.
gazetteer-kind = { $code } : deux lettres sont un pays ou un territoire, davantage une organisation ; changez le code ou kind.
gazetteer-contradiction = « { $form } » est à la fois parmi les noms et sous « not » ; retirez-le de l'un des deux. D'ici là il ne compte pas.
