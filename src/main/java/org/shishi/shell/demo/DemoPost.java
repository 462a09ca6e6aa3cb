package org.shishi.shell.demo;

import java.util.List;
import java.util.Set;
import org.shishi.people.Account;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.post.Letter;
import org.shishi.post.Letters;
import org.shishi.post.Mailboxes;
import org.shishi.post.Outbox;
import org.shishi.post.PostOffice;
import org.shishi.procedure.Notice;

/**
 * The last day's post of the demonstration, given to a gateway that stands in for the city's own: nothing leaves the
 * machine, and what leads nowhere is there to be seen, too. Where couriers are set up they keep their letters.
 */
public final class DemoPost {
    /** Out of so many addresses one does not exist. */
    private static final int ONE_IN = 12;
    /** So many letters still wait. */
    private static final long KEPT = 3;

    private static final int AT_MOST = 1000;
    private static final Set<String> WRITTEN_TO = Set.of("handler", "head", "supervisor", "arbitrator", "leader");

    private final PostOffice office;
    private final Outbox outbox;
    private final Letters letters;
    private final Mailboxes mailboxes;
    private final People people;

    public DemoPost(PostOffice office, Outbox outbox, Letters letters, Mailboxes mailboxes, People people) {
        this.office = office;
        this.outbox = outbox;
        this.letters = letters;
        this.mailboxes = mailboxes;
        this.people = people;
    }

    /** Gives out what there is to tell; how many letters arrived. */
    public long play() {
        if (!outbox.open().equals(Set.of(Notice.Way.values()))) {
            return 0;
        }
        people.listAccounts().stream().filter(DemoPost::isWrittenTo).forEach(this::giveMailbox);
        while (office.round() > 0) {
            Thread.onSpinWait();
        }
        return people.findActor(Outbox.GATEWAY).map(this::hand).orElse(0L);
    }

    private static boolean isWrittenTo(Account account) {
        return account.posts().stream().anyMatch(post -> WRITTEN_TO.contains(post.duty()));
    }

    /** The ending {@code .example} leads nowhere, whoever writes to it (RFC 2606). */
    private void giveMailbox(Account account) {
        mailboxes.set(account.name(), account.name() + "@shishi.example");
    }

    private long hand(Actor gateway) {
        long waiting = letters.counts().getOrDefault(Letter.Where.WAITING, 0L);
        long sent = 0;
        List<Outbox.Taken> given = outbox.take(gateway, outbox.open(), Math.clamp(waiting - KEPT, 0, AT_MOST));
        for (int i = 0; i < given.size(); i++) {
            boolean exists = i % ONE_IN != ONE_IN - 1;
            confirm(gateway, given.get(i).letter(), exists);
            sent += exists ? 1 : 0;
        }
        return sent;
    }

    private void confirm(Actor gateway, Letter letter, boolean exists) {
        String receipt = "demo-" + letter.id().toString().substring(0, 8);
        String why = letter.way() == Notice.Way.MAIL ? "邮箱不存在" : "空号";
        outbox.confirm(gateway, letter.id(), exists ? Outbox.Said.SENT : Outbox.Said.FAILED, exists ? receipt : why);
    }
}
