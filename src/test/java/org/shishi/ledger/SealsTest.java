package org.shishi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.Security;
import java.util.UUID;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {
    private static final byte[] CLEAR = Lines.utf8("{\"caller\":\"王女士\",\"phone\":\"13800000000\"}");

    @TempDir
    Path folder;

    @Test
    void whatIsSealedIsOpenedWithTheSameKeysOnly() {
        byte[] sealed = Seals.in(folder).seal(CLEAR);
        assertThat(sealed).hasSize(CLEAR.length + 28);
        assertThat(Seals.in(folder).open(sealed)).isEqualTo(CLEAR);
        assertThat(Seals.in(folder).seal(CLEAR)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> Seals.in(folder.resolve("other")).open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedSealIsNotOpened() {
        Seals seals = Seals.in(folder);
        byte[] sealed = seals.seal(CLEAR);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> seals.open(changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> seals.open(new byte[5])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sm4SealsWhenAProviderHasIt() {
        Security.addProvider(new BouncyCastleProvider());
        try {
            byte[] sealed = Seals.in(folder, "SM4/GCM/NoPadding").seal(CLEAR);
            assertThat(Seals.in(folder).open(sealed)).isEqualTo(CLEAR);
        } finally {
            Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        }
        assertThatThrownBy(() -> Seals.in(folder)).hasMessageContaining("seals.key");
    }

    @Test
    void aNumberHasOneTraceHoweverItIsTyped() {
        Seals seals = Seals.in(folder);
        UUID trace = seals.trace("13800000000");
        for (String typed :
                new String[] {"138 0000 0000", "138-0000-0000", "+86 13800000000", "１３８００００００００", "008613800000000"}) {
            assertThat(seals.trace(typed)).as(typed).isEqualTo(trace);
        }
        assertThat(seals.trace("37098219900101001x")).isEqualTo(seals.trace("37098219900101001X"));
        assertThat(seals.trace("13800000001")).isNotEqualTo(trace);
        assertThat(Seals.in(folder.resolve("other")).trace("13800000000")).isNotEqualTo(trace);
    }
}
