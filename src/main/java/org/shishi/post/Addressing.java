package org.shishi.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shishi.matter.Contact;
import org.shishi.matter.Contacts;
import org.shishi.matter.Matter;
import org.shishi.people.Account;
import org.shishi.people.Post;
import org.shishi.procedure.Duty;
import org.shishi.procedure.Notice;
import org.shishi.procedure.Packs;

/** Who a notice goes to, and by which ways they can be reached; accounts are read once, when they are first asked for. */
final class Addressing {
    private final Packs packs;
    private final Contacts contacts;
    private final Supplier<List<Account>> accounts;
    private final Supplier<Map<String, String>> mail;

    /**
     * Whoever can be told at a time.
     *
     * @param contacts of the people in the matters that are told of
     * @param accounts those of the city, as they stand
     */
    Addressing(Packs packs, Contacts contacts, Supplier<List<Account>> accounts, Mailboxes mailboxes) {
        this.packs = packs;
        this.contacts = contacts;
        this.accounts = once(accounts);
        this.mail = once(mailboxes::list);
    }

    private static <T> Supplier<T> once(Supplier<T> reading) {
        AtomicReference<Optional<T>> read = new AtomicReference<>(Optional.empty());
        return () -> read.updateAndGet(known -> known.or(() -> Optional.of(reading.get())))
                .orElseThrow();
    }

    /**
     * Somebody to be told.
     *
     * @param name a field of the matter, or an account behind an {@code @}
     * @param ways by which they can be reached now, the preferred first
     */
    record Addressee(String name, List<Notice.Way> ways) {}

    /**
     * Who is told, by whatever way. A person who left nothing to be reached by is among them all the same: that they could
     * not be told has to be known. An account without any way is not: it has its worklist.
     *
     * @param by the account that did the act; nobody is told of what they did themselves
     */
    List<Addressee> of(Notice notice, Matter matter, String by) {
        if (notice.to() instanceof Notice.To.Person(String field)) {
            Contact contact = contacts.get(matter.standing().matter(), field);
            return List.of(new Addressee(field, ways(notice, way -> reaches(contact, way))));
        }
        List<Addressee> all = new ArrayList<>();
        for (String account : accounts(notice.to(), matter)) {
            List<Notice.Way> ways =
                    ways(notice, way -> way != Notice.Way.MAIL || mail.get().containsKey(account));
            if (!ways.isEmpty() && !account.equals(by)) {
                all.add(new Addressee(Letter.ACCOUNT + account, ways));
            }
        }
        return all;
    }

    private static List<Notice.Way> ways(Notice notice, Predicate<Notice.Way> open) {
        return notice.by().stream().filter(open).toList();
    }

    private static boolean reaches(Contact contact, Notice.Way way) {
        return switch (way) {
            case SMS, WECHAT -> contact.phone().isPresent();
            case MAIL -> contact.mail().isPresent();
            case WEBHOOK -> true;
        };
    }

    private List<String> accounts(Notice.To to, Matter matter) {
        Optional<String> holder = matter.standing().holder();
        return switch (to) {
            case Notice.To.Person _ -> List.of();
            case Notice.To.Holder _ -> holding(ofTheUnit(matter), holder);
            case Notice.To.Post(String duty, Optional<String> unit) -> holding(Set.of(duty), unit.or(() -> holder));
            case Notice.To.Everybody(String duty) ->
                whoeverHolds(post -> post.duty().equals(duty));
        };
    }

    /** The duties that act for the unit that answers. */
    private Set<String> ofTheUnit(Matter matter) {
        return packs.packOf(matter.procedure()).duties().values().stream()
                .filter(duty -> duty.acts() == Duty.Reach.UNIT)
                .map(Duty::name)
                .collect(Collectors.toSet());
    }

    private List<String> holding(Set<String> duties, Optional<String> unit) {
        return whoeverHolds(post ->
                duties.contains(post.duty()) && unit.filter(post.unit()::equals).isPresent());
    }

    private List<String> whoeverHolds(Predicate<Post> fits) {
        return accounts.get().stream()
                .filter(account -> account.status() == Account.Status.OPEN)
                .filter(account -> account.posts().stream().anyMatch(fits))
                .map(Account::name)
                .sorted()
                .toList();
    }
}
