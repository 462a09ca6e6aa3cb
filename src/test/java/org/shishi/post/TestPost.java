package org.shishi.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.matter.TestOffice;
import org.shishi.people.Account;
import org.shishi.people.DemoCity;
import org.shishi.procedure.Notice;

/** The post of a test's office: couriers of every way that deliver whatever has an address which exists. */
public final class TestPost {
    /** A number that ends so does not exist. */
    private static final String NOBODY = "0000";

    private TestPost() {}

    /**
     * What became of letters in a round, each as {@code notice to way}.
     *
     * @param told those that arrived
     * @param untold those no way was left for
     */
    public record Round(List<String> told, List<String> untold) {}

    /** The post reads the ledger to its end and carries what there is. */
    public static Round round(TestOffice office) {
        PostOffice post = over(office);
        List<String> sent = names(post, Letter.Where.SENT);
        List<String> failed = names(post, Letter.Where.GIVEN_UP);
        for (int i = 0; i < 50 && post.round() > 0; i++) {
            Thread.onSpinWait();
        }
        return new Round(more(sent, names(post, Letter.Where.SENT)), more(failed, names(post, Letter.Where.GIVEN_UP)));
    }

    /** The demonstration city's post, with couriers for every way. */
    public static PostOffice over(TestOffice office) {
        return over(
                office, Stream.of(Notice.Way.values()).<Courier>map(Honest::new).toList());
    }

    static PostOffice over(TestOffice office, List<Courier> couriers) {
        List<Account> accounts = DemoCity.find(TestOffice.CITY).orElseThrow().actors().stream()
                .map(actor -> new Account(
                        actor.account(), actor.name(), Account.Status.OPEN, Optional.empty(), actor.posts()))
                .toList();
        var mailboxes = new Mailboxes(office.setting().database(), TestOffice.CITY);
        var town = new PostOffice.Town(office.matters(), () -> accounts, mailboxes);
        var means = new PostOffice.Means(couriers, Locale.SIMPLIFIED_CHINESE);
        return PostOffice.of(office.setting(), office.versions(), office.desk(), town, means);
    }

    private record Honest(Notice.Way way) implements Courier {
        @Override
        public Carried carry(Parcel parcel) {
            boolean exists = parcel.to().filter(to -> to.endsWith(NOBODY)).isEmpty();
            return exists ? new Carried.Delivered("R-1") : new Carried.Never("no such number");
        }
    }

    /** The latest letters that are somewhere. */
    static List<Letter> list(PostOffice post, Letter.Where where) {
        return post.letters().list(new Letters.Sought(Optional.of(where), Optional.empty(), "", Optional.empty()), 500);
    }

    private static List<String> names(PostOffice post, Letter.Where where) {
        return list(post, where).stream()
                .map(letter -> letter.key().notice() + " " + letter.key().addressee() + " "
                        + letter.way().keyword())
                .sorted()
                .toList();
    }

    private static List<String> more(List<String> before, List<String> after) {
        List<String> more = new ArrayList<>(after);
        before.forEach(more::remove);
        return more;
    }
}
