package org.shishi.people;

import java.util.Locale;
import java.util.Optional;

/**
 * A body that can be made to answer for a matter (单位).
 *
 * @param id short and lasting, in ASCII: it stands in entries
 * @param kind city, department, company, township, village, group, hotline or office
 * @param parent id of the unit above
 * @param division code of the division it answers for on the spot (属地); empty when it is the whole city by subject
 * @param sign 机关代字, the letters before the year in the numbers of its documents
 */
public record Unit(
        String id,
        String name,
        String nameEn,
        String kind,
        Optional<String> parent,
        Optional<String> division,
        String sign) {

    /** In English where it has an English name and English is wanted. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") || nameEn.isEmpty() ? name : nameEn;
    }
}
