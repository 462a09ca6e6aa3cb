package org.shishi.packs.appeals;

import java.util.Optional;
import java.util.Set;
import org.shishi.files.Attachment;
import org.shishi.files.Sort;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;
import org.shishi.matter.Standing;

/**
 * Where the table {@code proof} demands proof of a kind, the proof itself is attached: a photograph of the place, the recording
 * of the call, the receipt or paper as a picture or PDF. A visit leaves no file. What was imported has its papers where it
 * came from.
 */
public final class ProofFiled implements Check {
    private static final Set<Sort> PAPERS = Set.of(Sort.PHOTO, Sort.DOCUMENT);

    @Override
    public boolean allows(Asked asked) {
        Optional<String> needs = asked.standing().filter(Standing::rings).flatMap(of -> ProofOfKind.needed(asked, of));
        return needs.filter(kind -> !isFiled(asked, kind)).isEmpty();
    }

    private static boolean isFiled(Asked asked, String kind) {
        Set<Sort> fit = switch (kind) {
            case "photo" -> Set.of(Sort.PHOTO);
            case "recording" -> Set.of(Sort.RECORDING);
            default -> PAPERS;
        };
        return kind.equals("visit")
                || asked.facts().find("proof-files").map(Attachment::list).stream()
                        .flatMap(files -> files.stream())
                        .anyMatch(file -> fit.contains(file.kind().sort()));
    }

    @Override
    public Optional<String> field() {
        return Optional.of("proof-files");
    }
}
