package org.shishi.packs.appeals;

import java.util.Locale;
import java.util.Optional;
import org.shishi.matter.Asked;
import org.shishi.matter.Check;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) whose eighteenth character fits the seventeen before it, so
 * that an enterprise is not mistaken for another by a slip of the pen. None given is for {@link EnterpriseNamed} to judge.
 */
public final class Uscc implements Check {
    /** The digits and letters without I, O, S, V and Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    /** Weights are powers of three modulo the size of the alphabet. */
    private static final int BASE = 3;

    @Override
    public boolean allows(Asked asked) {
        return asked.facts().find("uscc").map(Uscc::isRight).orElse(true);
    }

    static boolean isRight(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1 && i < upper.length(); i++) {
            sum += ALPHABET.indexOf(upper.charAt(i)) * weight;
            weight = weight * BASE % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return upper.length() == LENGTH
                && upper.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                && upper.charAt(LENGTH - 1) == ALPHABET.charAt(check);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("uscc");
    }
}
