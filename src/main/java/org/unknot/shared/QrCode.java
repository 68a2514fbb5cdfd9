package org.unknot.shared;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** An address as a square that a phone reads: vectors, so that it stays sharp on paper and on screens. */
public final class QrCode {

    /** Four modules of white around it, as the standard asks (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private QrCode() {}

    /** An SVG of one path, black on nothing. Paper gets folded and stained, so a quarter of it may be unreadable. */
    public static String svg(String address) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q));
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + modules.getWidth() + " "
                    + modules.getHeight() + "\"><path fill=\"#000000\" d=\"" + path(modules) + "\"/></svg>";
        } catch (WriterException e) {
            throw new IllegalArgumentException("An address of ours fits into a code; got: " + address, e);
        }
    }

    /** A bar for each run of dark modules in a row. */
    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h%dz".formatted(from, y, x - from, from - x));
                }
            }
        }
        return path.toString();
    }
}
