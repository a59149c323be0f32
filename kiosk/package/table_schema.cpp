#include "package/table_schema.h"

namespace kiosk::package {

std::vector<std::string_view> TableSchema::names() const
{
    std::vector<std::string_view> names;
    for (auto const& column : columns) names.push_back(column.name);
    return names;
}

TableSchema const& tallies_schema()
{
    static TableSchema const kForm{
        "tallies.csv",
        "How often each thing happened",
        {{"label", "integer", "Label", "number of the label in labels.csv"},
         {"kiosk", "string", "Kiosk", "its name under that label"},
         {"setting", "string", "Setting", "shop or fair; empty where it is not known"},
         {"event", "string", "Event", "the fair; empty where there is none"},
         {"day", "date", "Day", "of the kiosk's place; empty when the clock was wrong"},
         {"hour", "integer", "Hour",
          "at fairs, of the kiosk's place: 14 is from 14:00 to 14:59; empty for a whole day"},
         {"trust", "string", "Trust", "trusted, or doubtful when the clock was wrong"},
         {"content_version", "string", "Version of the content", "version of what visitors read"},
         {"language", "string", "Language", "of the visitor, ISO 639-1"},
         {"measure", "string", "Measure", "what was counted: see measures.csv; reporting and support: reporting.csv"},
         {"item", "string", "Item", "which of it: see measures.csv, and words.csv for what visitors read"},
         {"n", "integer", "Count", "how often"}},
        {},
        Empty::missing,
        {{"label", "labels", "label"}, {"measure", "measures", "measure"}}};
    return kForm;
}

TableSchema const& labels_schema()
{
    static TableSchema const kForm{
        "labels.csv",
        "What the kiosk was called, who had it and where it stood",
        {{"label", "integer", "Label", "its number"},
         {"kind", "string", "Kind", "own, or former: counted before there were labels, so that only the name is sure"},
         {"kiosk", "string", "Kiosk", "its name"},
         {"partner", "string", "Partner", "who had it"},
         {"country", "string", "Country", "where it stood, ISO 3166 alpha-2"},
         {"setting", "string", "Setting", "shop or fair"},
         {"event", "string", "Event", "the fair"},
         {"event_first", "date", "First day of the event", "as the kiosk was set up"},
         {"event_last", "date", "Last day of the event", "as the kiosk was set up"},
         {"zone", "string", "Time zone", "of its days and hours, IANA"},
         {"first_day", "date", "First day", "with counts"},
         {"last_day", "date", "Last day", "with counts"}},
        {"label"},
        Empty::missing};
    return kForm;
}

TableSchema const& days_schema()
{
    static TableSchema const kForm{
        "days.csv",
        "Days on which the kiosk was on",
        {{"day", "date", "Day", "empty for counts of an unknown day"},
         {"mark", "string", "Mark", "a random number, so that copies of one database can be told apart"},
         {"open", "string", "Open", "when the kiosk was meant to be on; empty where nobody said"}},
        {},
        Empty::missing};
    return kForm;
}

TableSchema const& releases_schema()
{
    static TableSchema const kForm{
        "releases.csv",
        "Periods whose figures of reporting and support were released, once and for all",
        {{"release", "integer", "Release", "its number"},
         {"label", "integer", "Label", "number of the label in labels.csv"},
         {"first_day", "date", "First day", "of the period; empty for counts of an unknown day"},
         {"last_day", "date", "Last day", "of the period"},
         {"threshold", "integer", "Threshold", "counts below it were masked"},
         {"mark", "string", "Mark", "a random number, so that copies of one database can be told apart"}},
        {"release"},
        Empty::missing,
        {{"label", "labels", "label"}}};
    return kForm;
}

TableSchema const& reporting_schema()
{
    static TableSchema const kForm{
        "reporting.csv",
        "Figures of reporting and support, by the period",
        {{"release", "integer", "Release", "number of the period in releases.csv"},
         {"measure", "string", "Measure", "what was counted: see measures.csv"},
         {"item", "string", "Item", "which of it; * for all of them"},
         {"language", "string", "Language", "of the visitor, ISO 639-1; * for all of them"},
         {"n", "integer", "Count",
          "how often. A row that is missing is masked: it stands for anything from 0 to the threshold less 1, or hides "
          "such a one"}},
        {"release", "measure", "item", "language"},
        Empty::value,
        {{"release", "releases", "release"}, {"measure", "measures", "measure"}}};
    return kForm;
}

TableSchema const& words_schema()
{
    static TableSchema const kForm{"words.csv",
                                   "What items are called, in each version of the content",
                                   {{"content_version", "string", "Version of the content", "as in tallies.csv"},
                                    {"language", "string", "Language", "of the words, ISO 639-1"},
                                    {"measure", "string", "Measure", "as in tallies.csv and reporting.csv"},
                                    {"item", "string", "Item", "as there"},
                                    {"words", "string", "Words", "what visitors read"},
                                    {"right", "boolean", "Right", "of an answer: whether it is a right one"}},
                                   {"content_version", "language", "measure", "item"},
                                   Empty::missing,
                                   {{"measure", "measures", "measure"}}};
    return kForm;
}

TableSchema const& remarks_schema()
{
    static TableSchema const kForm{"remarks.csv",
                                   "What staff said of a day",
                                   {{"remark", "integer", "Remark", "its number"},
                                    {"day", "date", "Day", "empty when the clock was wrong"},
                                    {"text", "string", "Text",
                                     "off (all day), partly_off, moved (stood elsewhere), blocked (covered or out of "
                                     "reach), fault, staff_tried (the figures count that, too), crowded (more people "
                                     "than usual); or words from elsewhere"}},
                                   {"remark"},
                                   Empty::missing};
    return kForm;
}

TableSchema const& machine_schema()
{
    static TableSchema const kForm{
        "machine.csv",
        "What the machine itself went through",
        {{"seq", "integer", "Number", "order"},
         {"boot", "integer", "Start", "how often the program had started"},
         {"monotonic_s", "integer", "Seconds", "since that start, in whole hours"},
         {"wall", "date", "Day", "the day, empty when the clock was wrong"},
         {"clock_trusted", "boolean", "Clock trusted", "whether the clock was believed"},
         {"event", "string", "Event", "boot, crash, stop, day, content, label, clock, fault, export, quarantine"},
         {"detail", "string", "Detail", "more of it"}},
        {"seq"},
        Empty::missing};
    return kForm;
}

TableSchema const& measures_schema()
{
    static TableSchema const kForm{
        "measures.csv",
        "The dictionary of measures",
        {{"measure", "string", "Measure", "name in tallies.csv and reporting.csv"},
         {"counts", "string", "One count", "what one count stands for"},
         {"items", "string", "Items", "what the item column holds"},
         {"why", "string", "Why", "what it is needed for"},
         {"guarded", "boolean", "Guarded", "by closed periods only, masked below the threshold: in reporting.csv"}},
        {"measure"}};
    return kForm;
}

std::vector<TableSchema const*> package_tables()
{
    return {&tallies_schema(), &labels_schema(),  &days_schema(),    &releases_schema(), &reporting_schema(),
            &words_schema(),   &remarks_schema(), &machine_schema(), &measures_schema()};
}

TableSchema const& tallies_schema_2()
{
    static TableSchema const kForm{"tallies.csv",
                                   "",
                                   {{"bucket", "", "", ""},
                                    {"content_version", "", "", ""},
                                    {"language", "", "", ""},
                                    {"measure", "", "", ""},
                                    {"item", "", "", ""},
                                    {"n", "", "", ""}},
                                   {}};
    return kForm;
}

TableSchema const& releases_schema_2()
{
    static TableSchema const kForm{
        "releases.csv",
        "",
        {{"release", "", "", ""}, {"first_day", "", "", ""}, {"last_day", "", "", ""}, {"threshold", "", "", ""}},
        {}};
    return kForm;
}

std::vector<TableSchema const*> package_tables_2()
{
    return {&tallies_schema_2(), &releases_schema_2(), &reporting_schema(), &machine_schema(), &measures_schema()};
}

} // namespace kiosk::package
