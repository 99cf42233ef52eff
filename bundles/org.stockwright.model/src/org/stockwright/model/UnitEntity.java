package org.stockwright.model;

import java.math.BigDecimal;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A unit of measure. Numerator and denominator say how many of the base unit of its dimension it is. */
@Entity(name = "Unit")
@Table(name = "unit")
@Cacheable(false)
public class UnitEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "dimension")
    private String dimension;

    @Column(name = "numerator")
    private BigDecimal numerator;

    @Column(name = "denominator")
    private BigDecimal denominator;

    @Column(name = "scale")
    private int scale;

    @Column(name = "step")
    private BigDecimal step;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected UnitEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public UnitEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What people type. */
    public String getCode() {
        return code;
    }

    /** Sets what {@link #getCode} tells. */
    public void setCode(String code) {
        this.code = code;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** What it measures. */
    public String getDimension() {
        return dimension;
    }

    /** Sets what {@link #getDimension} tells. */
    public void setDimension(String dimension) {
        this.dimension = dimension;
    }

    /** The p of the factor p/q. */
    public BigDecimal getNumerator() {
        return numerator;
    }

    /** Sets what {@link #getNumerator} tells. */
    public void setNumerator(BigDecimal numerator) {
        this.numerator = numerator;
    }

    /** The q of the factor p/q. */
    public BigDecimal getDenominator() {
        return denominator;
    }

    /** Sets what {@link #getDenominator} tells. */
    public void setDenominator(BigDecimal denominator) {
        this.denominator = denominator;
    }

    /** The decimals of a quantity in it. */
    public int getScale() {
        return scale;
    }

    /** Sets what {@link #getScale} tells. */
    public void setScale(int scale) {
        this.scale = scale;
    }

    /** The smallest amount. */
    public BigDecimal getStep() {
        return step;
    }

    /** Sets what {@link #getStep} tells. */
    public void setStep(BigDecimal step) {
        this.step = step;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
