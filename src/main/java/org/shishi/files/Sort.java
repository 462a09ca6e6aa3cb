package org.shishi.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is to the office: a picture to look at, a recording to listen to, a document to read. */
public enum Sort {
    PHOTO(15),
    RECORDING(30),
    DOCUMENT(20);

    /** More than any file of any sort may have, in bytes. */
    public static final int MOST = 30 << 20;

    private final int megabytes;

    Sort(int megabytes) {
        this.megabytes = megabytes;
    }

    /** Most bytes a file of this sort may have as it is sent. */
    public int atMost() {
        return megabytes << 20;
    }

    /** As packs write it. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sort> find(String keyword) {
        return Stream.of(values())
                .filter(sort -> sort.keyword().equals(keyword))
                .findFirst();
    }

    public static List<String> keywords() {
        return Stream.of(values()).map(Sort::keyword).toList();
    }
}
