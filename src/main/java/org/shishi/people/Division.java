package org.shishi.people;

import java.util.Locale;
import java.util.Optional;

/**
 * A place that is administered (行政区划): the city, a subdistrict, town or township, a village or community.
 *
 * @param code of the statistics bureau: 6 digits for the city, 9 for a township, 12 for a village
 * @param parent code of the division above
 */
public record Division(String code, String name, String nameEn, Optional<String> parent) {

    /** In English where it has an English name and English is wanted. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") || nameEn.isEmpty() ? name : nameEn;
    }
}
