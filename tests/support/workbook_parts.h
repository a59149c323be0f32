// A workbook taken apart, for tests; and labels and options to make one.
#pragma once
#include "naming/display_names.h"
#include "support/kiosk.h"
#include "workbook/workbook.h"

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace test {

inline kiosk::workbook::WorkbookOptions workbook_options()
{
    kiosk::workbook::WorkbookOptions options;
    options.title = "Salon des vacances, Bruxelles";
    options.made_on = "2026-11-27";
    return options;
}

inline kiosk::figures::DisplayNames labels(std::string const& language = "en")
{
    return kiosk::naming::make_display_names(shipped_content(), language);
}

inline std::vector<std::string> sheet_names(std::map<std::string, std::string> const& parts)
{
    std::vector<std::string> names;
    auto const& workbook = parts.at("xl/workbook.xml");
    std::regex const sheet("<sheet name=\"([^\"]*)\"");
    for (auto at = std::sregex_iterator(workbook.begin(), workbook.end(), sheet); at != std::sregex_iterator(); ++at)
        names.push_back((*at)[1].str());
    return names;
}

// The part of the sheet with this name; a copy, so that it outlives the parts.
inline std::string sheet(std::map<std::string, std::string> const& parts, std::string const& name)
{
    auto const names = sheet_names(parts);
    auto const at = std::find(names.begin(), names.end(), name) - names.begin();
    return parts.at("xl/worksheets/sheet" + std::to_string(at + 1) + ".xml");
}

inline bool contains(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

} // namespace test
