package org.shishi.web;

import java.util.ArrayList;
import java.util.List;
import org.shishi.matter.Reserved;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/** What an entry tells of a notice, for its line in a matter: to whom, by which way, in which words, and what came of it. */
public record NoticeWords(Say say, Procedure procedure) {
    private static final String ACCOUNT = "@";

    static boolean isOfNotice(String key) {
        return key.equals(Reserved.NOTICE) || key.startsWith(Reserved.NOTICE + ".");
    }

    List<MatterPage.Fact> of(Facts facts) {
        List<MatterPage.Fact> shown = new ArrayList<>();
        facts.find(Reserved.NOTICE_TO).ifPresent(to -> shown.add(fact("post.to", to(to))));
        facts.find(Reserved.NOTICE_BY).ifPresent(by -> shown.add(fact("post.by", say.first("way." + by))));
        facts.find(Reserved.NOTICE_WORDS).ifPresent(words -> shown.add(fact("post.said", words)));
        facts.find(Reserved.NOTICE_RECEIPT).ifPresent(receipt -> shown.add(fact("post.receipt", receipt(receipt))));
        facts.find(Reserved.NOTICE_WHY).ifPresent(why -> shown.add(fact("post.why", why(why))));
        facts.find(Reserved.NOTICE_HAND).ifPresent(hand -> shown.add(fact("post.hand", hand)));
        return shown;
    }

    private MatterPage.Fact fact(String label, String value) {
        return new MatterPage.Fact(say.word(label), value);
    }

    /** A person by what they are in the matter, never by name; an account by its own. */
    public String to(String addressee) {
        return addressee.startsWith(ACCOUNT) ? addressee.substring(1) : say.field(procedure, addressee);
    }

    public String receipt(String receipt) {
        return say.find("post.receipt." + receipt).orElse(receipt);
    }

    /** Reasons of our own have words; a courier's stand as it gave them. */
    public String why(String why) {
        return say.find("post.why." + why).orElse(why);
    }
}
