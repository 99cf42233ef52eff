package org.stockwright.model;

import java.math.BigDecimal;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A pack of an item, such as a box of 9. */
@Entity(name = "ItemPack")
@Table(name = "item_pack")
@Cacheable(false)
public class ItemPackEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "numerator")
    private BigDecimal numerator;

    @Column(name = "denominator")
    private BigDecimal denominator;

    @Column(name = "pack_level")
    private int level;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected ItemPackEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public ItemPackEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** Whose pack it is. */
    public ItemEntity getItem() {
        return item;
    }

    /** Sets what {@link #getItem} tells. */
    public void setItem(ItemEntity item) {
        this.item = item;
    }

    /** What people type as unit. */
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

    /** The p of its content p/q in the base unit. */
    public BigDecimal getNumerator() {
        return numerator;
    }

    /** Sets what {@link #getNumerator} tells. */
    public void setNumerator(BigDecimal numerator) {
        this.numerator = numerator;
    }

    /** The q of its content p/q in the base unit. */
    public BigDecimal getDenominator() {
        return denominator;
    }

    /** Sets what {@link #getDenominator} tells. */
    public void setDenominator(BigDecimal denominator) {
        this.denominator = denominator;
    }

    /** 1 for the innermost pack, 0 when nobody said. */
    public int getLevel() {
        return level;
    }

    /** Sets what {@link #getLevel} tells. */
    public void setLevel(int level) {
        this.level = level;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
