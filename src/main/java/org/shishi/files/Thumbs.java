package org.shishi.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Small pictures of photographs, upright, made when first asked for and kept beside the store. They can be thrown away. */
public final class Thumbs {
    /** Longer side in points: twice what pages show, for sharp screens. */
    private static final int SIDE = 320;

    private static final long POINTS_AT_MOST = 200_000_000;
    private final FileStore store;
    private final Semaphore hands = new Semaphore(2);

    public Thumbs(FileStore store) {
        this.store = store;
        ImageIO.setUseCache(false);
    }

    /** A JPEG; empty when there is no such photograph or it cannot be drawn here. */
    public Optional<Path> find(Attachment photo) {
        if (photo.kind().sort() != Sort.PHOTO || store.find(photo.hash()).isEmpty()) {
            return Optional.empty();
        }
        Path small = store.thumb(photo.hash());
        return Files.isRegularFile(small) ? Optional.of(small) : make(photo, small);
    }

    private Optional<Path> make(Attachment photo, Path small) {
        hands.acquireUninterruptibly();
        try {
            byte[] bytes = Files.readAllBytes(store.find(photo.hash()).orElseThrow());
            Optional<BufferedImage> drawn = draw(bytes, photo.kind());
            if (drawn.isEmpty()) {
                return Optional.empty();
            }
            write(drawn.get(), small);
            return Optional.of(small);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a picture that browsers draw and we do not
        } finally {
            hands.release();
        }
    }

    private static void write(BufferedImage drawn, Path small) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpg", jpeg);
        Files.createDirectories(small.resolveSibling("."));
        Path beside = small.resolveSibling(small.getFileName() + "." + UUID.randomUUID() + ".new");
        Files.write(beside, jpeg.toByteArray());
        Files.move(beside, small, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<BufferedImage> draw(byte[] bytes, Kind kind) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new java.io.ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader)
                        .map(picture ->
                                upright(picture, kind == Kind.JPEG ? Jpeg.orientation(bytes) : Orientation.UPRIGHT));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Only every n-th point is kept while it is read: a large picture needs no large memory. */
    private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > POINTS_AT_MOST) {
            return Optional.empty();
        }
        int every = (int) Math.max(1, Math.max(width, height) / (2L * SIDE));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(every, every, 0, 0);
        return Optional.of(reader.read(0, some));
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        boolean turned = orientation >= 5;
        int width = turned ? picture.getHeight() : picture.getWidth();
        int height = turned ? picture.getWidth() : picture.getHeight();
        double scale = Math.min(1, (double) SIDE / Math.max(width, height));
        BufferedImage small = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setBackground(java.awt.Color.WHITE);
        pen.clearRect(0, 0, small.getWidth(), small.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.scale(scale, scale);
        pen.drawImage(picture, Orientation.turn(orientation, picture.getWidth(), picture.getHeight()), null);
        pen.dispose();
        return small;
    }
}
