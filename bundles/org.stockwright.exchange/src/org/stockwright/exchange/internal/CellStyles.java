package org.stockwright.exchange.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Which of a workbook's cell styles show dates. */
final class CellStyles extends DefaultHandler {

    private static final int MOST = 65_536;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private boolean cellFormats;
    private int style;

    /** Whether a cell with this style shows a date or a time. */
    boolean isDate(int index) {
        return dates.get(index);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "numFmt" -> {
                if (formats.size() >= MOST) {
                    throw new SAXException("it has too many number formats");
                }
                String code = attributes.getValue("formatCode");
                formats.put(Xml.number(attributes, "numFmtId", -1), code == null ? "" : code);
            }
            case "cellXfs" -> cellFormats = true;
            case "xf" -> {
                if (cellFormats) {
                    style(Xml.number(attributes, "numFmtId", 0));
                }
            }
            default -> {
                // fonts, fills and borders do not matter
            }
        }
    }

    private void style(int format) throws SAXException {
        if (style >= MOST) {
            throw new SAXException("it has too many cell styles");
        }
        String code = formats.get(format);
        if (code == null) {
            code = BuiltinFormats.getBuiltinFormat(format);
        }
        if (code != null && code.length() < 256 && DateUtil.isADateFormat(format, code)) {
            dates.set(style);
        }
        style++;
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if ("cellXfs".equals(name)) {
            cellFormats = false;
        }
    }

}
