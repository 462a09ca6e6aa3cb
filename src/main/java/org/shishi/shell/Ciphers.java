package org.shishi.shell;

import java.security.Security;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The national ciphers (SM2, SM3, SM4) come from Bouncy Castle; the JDK's own providers keep coming first. */
final class Ciphers {
    private static final CompletableFuture<Integer> ADDED =
            CompletableFuture.supplyAsync(() -> Security.addProvider(new BouncyCastleProvider()));

    private Ciphers() {}

    /** Begins on a thread of its own: the provider has many classes, and whoever needs it comes later. */
    static CompletableFuture<Integer> add() {
        return ADDED;
    }

    static void await() {
        ADDED.join();
    }
}
