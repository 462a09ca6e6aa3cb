package org.shishi.shell.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Random;
import javax.imageio.ImageIO;
import org.shishi.files.Attachment;
import org.shishi.files.Uploads;
import org.shishi.people.Actor;

/** Drawn pictures of a street in place of photographs: evening sky, houses, a road with its manhole. */
record DemoPictures(Uploads uploads) {
    /** Stands in a fact until its picture is drawn. */
    static final String WANTED = "a picture";

    private static final int WIDE = 800;
    private static final int HIGH = 600;
    private static final int HORIZON = 330;

    /** The line that names a picture; the same seed draws the same. */
    String line(Actor by, long seed, Instant now) {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(draw(new Random(seed)), "jpg", jpeg);
            ByteArrayInputStream in = new ByteArrayInputStream(jpeg.toByteArray());
            if (uploads.take(in, "现场.jpg", by.account(), now) instanceof Uploads.Taken.In(Attachment file)) {
                return file.line();
            }
            throw new IllegalStateException("a drawn picture was not taken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage draw(Random random) {
        BufferedImage picture = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color sky = Color.getHSBColor(0.52f + random.nextFloat() / 9, 0.35f, 0.85f);
        pen.setPaint(new GradientPaint(0, 0, sky, 0, HORIZON, new Color(245, 232, 210)));
        pen.fillRect(0, 0, WIDE, HORIZON);
        for (int x = 0; x < WIDE; x += 70 + random.nextInt(60)) {
            pen.setColor(Color.getHSBColor(0.06f, 0.15f + random.nextFloat() / 5, 0.5f + random.nextFloat() / 3));
            int roof = 120 + random.nextInt(150);
            pen.fillRect(x, roof, 60 + random.nextInt(50), HORIZON - roof);
        }
        pen.setColor(new Color(96, 98, 102));
        pen.fillRect(0, HORIZON, WIDE, HIGH - HORIZON);
        manhole(pen, random);
        pen.dispose();
        return picture;
    }

    private static void manhole(Graphics2D pen, Random random) {
        int x = 200 + random.nextInt(300);
        int y = 400 + random.nextInt(60);
        pen.setColor(new Color(60, 62, 66));
        pen.fillOval(x, y, 180, 90);
        pen.setStroke(new BasicStroke(6));
        pen.setColor(new Color(150, 152, 156));
        pen.drawOval(x, y, 180, 90);
        pen.drawLine(x + 30, y + 45, x + 150, y + 45);
        pen.drawLine(x + 90, y + 15, x + 90, y + 75);
    }
}
