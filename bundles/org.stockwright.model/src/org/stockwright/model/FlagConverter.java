package org.stockwright.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Yes and no as 1 and 0 in a SMALLINT column, which both databases have. */
@Converter
public final class FlagConverter implements AttributeConverter<Boolean, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Boolean flag) {
        return Boolean.TRUE.equals(flag) ? 1 : 0;
    }

    @Override
    public Boolean convertToEntityAttribute(Integer number) {
        return number != null && number != 0;
    }

}
