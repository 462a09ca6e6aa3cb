package org.shishi.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where the packs lie: in the program, and over them what a city keeps in a folder of its own. */
public final class PackFiles {
    private static final Pattern IN_PACKS = Pattern.compile(".*?packs/(([^/]+)/.*)");
    private final Optional<Path> overlay;

    private PackFiles(Optional<Path> overlay) {
        this.overlay = overlay;
    }

    /** The packs in the program alone. */
    public static PackFiles inside() {
        return new PackFiles(Optional.empty());
    }

    /** The packs in the program with a city's own files over them. */
    public static PackFiles under(Path overlay) {
        return new PackFiles(Optional.of(overlay).filter(Files::isDirectory));
    }

    /** The names of all packs. */
    public List<String> list() {
        TreeSet<String> names = new TreeSet<>();
        inside("packs/*/pack.yaml").forEach(path -> names.add(path.substring(0, path.indexOf('/'))));
        outside("glob:*/pack.yaml").forEach(path -> names.add(path.substring(0, path.indexOf('/'))));
        return List.copyOf(names);
    }

    /** The procedure files of a pack: every YAML file beside {@code pack.yaml}. */
    public List<String> procedures(String pack) {
        TreeSet<String> files = new TreeSet<>();
        inside("packs/" + pack + "/*.yaml").forEach(files::add);
        outside("glob:" + pack + "/*.yaml").forEach(files::add);
        files.remove(pack + "/pack.yaml");
        return List.copyOf(files);
    }

    /** The stories of a pack. */
    public List<String> stories(String pack) {
        return inside("packs/" + pack + "/stories/*.yaml");
    }

    private static List<String> inside(String pattern) {
        try {
            List<String> paths = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                Matcher matcher = IN_PACKS.matcher(resource.getURL().toString());
                if (matcher.matches()) {
                    paths.add(matcher.group(1));
                }
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> outside(String glob) {
        if (overlay.isEmpty()) {
            return List.of();
        }
        Path root = overlay.get();
        try (var paths = Files.walk(root, 2)) {
            var matcher = root.getFileSystem().getPathMatcher(glob);
            return paths.map(root::relativize)
                    .filter(matcher::matches)
                    .map(path -> path.toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String get(String path) {
        return find(path).orElseThrow(() -> new PackError("packs/" + path + " is missing"));
    }

    public Optional<String> find(String path) {
        try {
            Optional<Path> own = overlay.map(root -> root.resolve(path)).filter(Files::isRegularFile);
            if (own.isPresent()) {
                return Optional.of(Files.readString(own.get()));
            }
            try (var stream = PackFiles.class.getClassLoader().getResourceAsStream("packs/" + path)) {
                return stream == null
                        ? Optional.empty()
                        : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
