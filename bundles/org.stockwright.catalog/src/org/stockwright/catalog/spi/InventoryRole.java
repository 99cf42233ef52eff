package org.stockwright.catalog.spi;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A part that an item plays in the inventory, such as raw material.
 *
 * @param code the stable code that files and forms use: capital letters, digits and {@code _}, beginning with a letter
 * @param name what people call it
 */
public record InventoryRole(String code, String name) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException when the code has other characters or more than 32
     */
    public InventoryRole {
        Objects.requireNonNull(name);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of an inventory role: " + code);
        }
    }

}
