#include "engagement/package_form.h"

namespace kiosk::engagement {

std::vector<std::string_view> TableForm::names() const
{
    std::vector<std::string_view> names;
    for (auto const& column : columns) names.push_back(column.name);
    return names;
}

TableForm const& tallies_form()
{
    static TableForm const kForm{
        "tallies.csv",
        "How often each thing happened",
        {{"bucket", "string", "Day or hour",
          "the day, or at fairs the hour, of Brussels; unknown when the clock was wrong"},
         {"content_version", "string", "Version of the content", "version of what visitors read"},
         {"language", "string", "Language", "of the visitor, ISO 639-1"},
         {"measure", "string", "Measure", "what was counted: see measures.csv; reporting and support: reporting.csv"},
         {"item", "string", "Item", "which of it: see measures.csv"},
         {"n", "integer", "Count", "how often"}},
        {"bucket", "content_version", "language", "measure", "item"}};
    return kForm;
}

TableForm const& releases_form()
{
    static TableForm const kForm{"releases.csv",
                                 "Periods whose figures of reporting and support were released, once and for all",
                                 {{"release", "integer", "Release", "its number"},
                                  {"first_day", "date", "First day", "of the period"},
                                  {"last_day", "date", "Last day", "of the period"},
                                  {"threshold", "integer", "Threshold", "counts below it were masked"}},
                                 {"release"}};
    return kForm;
}

TableForm const& reporting_form()
{
    static TableForm const kForm{
        "reporting.csv",
        "Figures of reporting and support, by the period",
        {{"release", "integer", "Release", "number of the period in releases.csv"},
         {"measure", "string", "Measure", "what was counted: see measures.csv"},
         {"item", "string", "Item", "which of it; * for all of them"},
         {"language", "string", "Language", "of the visitor, ISO 639-1; * for all of them"},
         {"n", "integer", "Count",
          "how often. A row that is missing is masked: it stands for anything from 0 to the threshold less 1, or hides "
          "such a one"}},
        {"release", "measure", "item", "language"}};
    return kForm;
}

TableForm const& machine_form()
{
    static TableForm const kForm{
        "machine.csv",
        "What the machine itself went through",
        {{"seq", "integer", "Number", "order"},
         {"boot", "integer", "Start", "how often the program had started"},
         {"monotonic_s", "integer", "Seconds", "since that start, in whole hours"},
         {"wall", "date", "Day", "the day, empty when the clock was wrong"},
         {"clock_trusted", "boolean", "Clock trusted", "whether the clock was believed"},
         {"event", "string", "Event", "boot, crash, stop, day, content, fault, export, quarantine"},
         {"detail", "string", "Detail", "more of it"}},
        {"seq"},
        Empty::missing};
    return kForm;
}

TableForm const& measures_form()
{
    static TableForm const kForm{
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

std::array<TableForm const*, 5> package_tables()
{
    return {&tallies_form(), &releases_form(), &reporting_form(), &machine_form(), &measures_form()};
}

} // namespace kiosk::engagement
