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

/** How an item is stored, packed and shipped. Read-only here: its service writes it. */
@Entity(name = "ItemHandling")
@Table(name = "item_handling")
@Cacheable(false)
public class ItemHandlingEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @Column(name = "weight")
    private BigDecimal weight;

    @Column(name = "volume")
    private BigDecimal volume;

    @Column(name = "temperature_class")
    private String temperatureClass;

    @Column(name = "hazard_class")
    private String hazardClass;

    @Column(name = "abc_class")
    private String abcClass;

    @Column(name = "commodity_code")
    private String commodityCode;

    @Column(name = "origin_country")
    private String originCountry;

    @Column(name = "least_days")
    private Integer leastDays;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected ItemHandlingEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The item. */
    public ItemEntity getItem() {
        return item;
    }

    /** Kilograms per base unit, or {@code null}. */
    public BigDecimal getWeight() {
        return weight;
    }

    /** Litres per base unit, or {@code null}. */
    public BigDecimal getVolume() {
        return volume;
    }

    /** How cold it is kept, such as {@code CHILLED}, or {@code null}. */
    public String getTemperatureClass() {
        return temperatureClass;
    }

    /** Its class of dangerous goods, or {@code null}. */
    public String getHazardClass() {
        return hazardClass;
    }

    /** A, B or C, or {@code null}. */
    public String getAbcClass() {
        return abcClass;
    }

    /** Digits of the Harmonized System, or {@code null}. */
    public String getCommodityCode() {
        return commodityCode;
    }

    /** Two letters of ISO 3166, or {@code null}. */
    public String getOriginCountry() {
        return originCountry;
    }

    /** Days of shelf life that must be left when it is shipped, or {@code null}. */
    public Integer getLeastDays() {
        return leastDays;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
