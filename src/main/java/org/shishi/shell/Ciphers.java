package org.shishi.shell;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The national ciphers (SM2, SM3, SM4) come from Bouncy Castle; the JDK's own providers keep coming first. */
final class Ciphers {
    private Ciphers() {}

    /** On a thread of its own: the provider has many classes, and whoever needs it comes much later. */
    static void add() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Thread.ofPlatform().name("ciphers").start(() -> Security.addProvider(new BouncyCastleProvider()));
        }
    }
}
