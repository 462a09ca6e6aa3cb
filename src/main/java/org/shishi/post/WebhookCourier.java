package org.shishi.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shishi.ledger.JsonWriter;
import org.shishi.procedure.Notice;

/**
 * Calls another system of the city: one POST of JSON a letter, signed with a secret that both know. Nobody's name or number
 * is in it. Redirects are not followed: what is meant for one host is not handed to another.
 */
final class WebhookCourier implements Courier {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    /** Says nothing about the letter but about the moment: too early, too many. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final String HMAC = "HmacSHA256";

    private final URI url;
    private final SecretKeySpec secret;
    private final String city;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    private WebhookCourier(URI url, SecretKeySpec secret, String city, InstantSource clock) {
        this.url = url;
        this.secret = secret;
        this.city = city;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the URL is not https, or the secret is short enough to be guessed */
    static WebhookCourier of(String url, String secret, String city, InstantSource clock) {
        URI uri = URI.create(url);
        String host = java.util.Optional.ofNullable(uri.getHost()).orElse("");
        boolean isPlain = "http".equals(uri.getScheme()) && Loopback.is(host);
        if (host.isEmpty() || !("https".equals(uri.getScheme()) || isPlain)) {
            throw new IllegalArgumentException("it has to be https://HOST/…; http only to this machine");
        }
        if (secret.length() < 16) {
            throw new IllegalArgumentException("SHISHI_WEBHOOK_SECRET has to have at least 16 characters");
        }
        return new WebhookCourier(uri, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC), city, clock);
    }

    @Override
    public Notice.Way way() {
        return Notice.Way.WEBHOOK;
    }

    @Override
    public Carried carry(Parcel parcel) {
        try {
            HttpResponse<Void> answer = client.send(request(parcel), HttpResponse.BodyHandlers.discarding());
            return carried(answer);
        } catch (IOException e) {
            return new Carried.NotNow("webhook " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Carried.NotNow("webhook interrupted");
        }
    }

    private HttpRequest request(Parcel parcel) {
        byte[] body = body(parcel);
        long now = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(url)
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", parcel.id().toString())
                .header("Shishi-Signature", "t=" + now + ",v1=" + signature(now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The same bytes however often it goes out. */
    private byte[] body(Parcel parcel) {
        Letter letter = parcel.letter();
        return new JsonWriter()
                .put("id", parcel.id().toString())
                .put("city", city)
                .put("notice", letter.key().notice())
                .put("number", letter.number())
                .put("entry", letter.key().entry())
                .put("to", letter.key().addressee())
                .put("words", parcel.words())
                .put("madeAt", letter.madeAt().toString())
                .bytes();
    }

    /** Over the moment and the body, so that an old call cannot be played again. */
    private String signature(long now, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update((now + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Carried carried(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Carried.Delivered(answer.headers().firstValue("Receipt").orElse("HTTP " + status));
        }
        boolean isLater = status >= 500 || LATER.contains(status);
        return isLater ? new Carried.NotNow("webhook " + status) : new Carried.Never("webhook " + status);
    }
}
