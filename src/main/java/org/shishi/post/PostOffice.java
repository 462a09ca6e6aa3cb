package org.shishi.post;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shishi.matter.Contacts;
import org.shishi.matter.Desk;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.people.Account;

/** One node's share of the post: reads what there is to tell, carries it, and has the ledger say so. */
public final class PostOffice {
    private final LetterKeeper keeper;
    private final Delivery delivery;
    private final Telling telling;
    private final Outbox outbox;
    private final Letters letters;

    private PostOffice(LetterKeeper keeper, Delivery delivery, Telling telling, Outbox outbox, Letters letters) {
        this.keeper = keeper;
        this.delivery = delivery;
        this.telling = telling;
        this.outbox = outbox;
        this.letters = letters;
    }

    /** Whom letters can go to: people in matters, accounts, and where those are written to. */
    public record Town(Matters matters, Supplier<List<Account>> accounts, Mailboxes mailboxes) {}

    /** @throws IllegalStateException when a setting of the couriers is not as it has to be */
    static PostOffice of(Setting setting, Versions versions, Desk desk, Town town, Couriers settings) {
        List<Courier> couriers = settings.list(setting.city(), setting.clock());
        return of(setting, versions, desk, town, new Means(couriers, settings.language()));
    }

    /** By whom letters are carried, and in which language. */
    record Means(List<Courier> couriers, java.util.Locale language) {}

    static PostOffice of(Setting setting, Versions versions, Desk desk, Town town, Means means) {
        Matters matters = town.matters();
        Wording wording = new Wording(setting.packs(), setting.roster(), means.language());
        Function<Contacts, Addressing> addressing =
                contacts -> new Addressing(setting.packs(), contacts, town.accounts(), town.mailboxes());
        Addresses addresses = new Addresses(setting, matters, town.mailboxes());
        Telling telling = new Telling(setting, desk, matters);
        Settling settling = new Settling(setting, telling);
        return new PostOffice(
                new LetterKeeper(setting, matters, versions, addressing, wording),
                new Delivery(setting, addresses, wording, means.couriers(), settling),
                telling,
                new Outbox(setting, addresses, means.couriers(), settling),
                new Letters(setting, settling));
    }

    /**
     * One round. Nothing is carried before everything the ledger says is read: it may say that a letter has arrived.
     *
     * @return how much there was to do
     */
    public int round() {
        int read = keeper.step();
        return read < LetterKeeper.STEP ? read + outbox.clearOut() + telling.tellAll() + delivery.deliver() : read;
    }

    Outbox outbox() {
        return outbox;
    }

    Letters letters() {
        return letters;
    }
}
