// The cards of the first screen, as kiosk.toml has them.
#include "content/read/reading.h"

#include <fmt/format.h>

namespace kiosk::content {

namespace {

// "dont-look-away/notice": a series and its page.
void read_page(HomeCard& card, toml::TableReader& reader)
{
    card.id = reader.text("id");
    auto const path = reader.text("page");
    auto const slash = path.find('/');
    if (slash == std::string::npos || slash == 0 || slash + 1 == path.size()) {
        if (!path.empty())
            reader.complain(reader.place_of("page"), fmt::format("'{}' is no page of a campaign or a guide", path),
                            "write both: page = \"dont-look-away/notice\"");
        return;
    }
    card.opens = path.substr(0, slash);
    card.page = path.substr(slash + 1);
}

} // namespace

void read_home(toml::TableReader& root, ReadContext& reading)
{
    for (auto const* table : root.tables("home", toml::Presence::optional)) {
        toml::TableReader reader(*table, "[[home]]", reading.problems);
        HomeCard card;
        card.place = reader.place();
        card.lines = reader.lines();
        if (reader.has("scenes")) {
            card.kind = HomeCardKind::scenes;
            card.opens = reader.text("scenes");
        } else if (reader.has("quiz")) {
            card.kind = HomeCardKind::quiz;
            card.opens = reader.text("quiz");
        } else {
            read_page(card, reader);
        }
        card.picture = reader.text("picture");
        reader.finish();
        if (card.opens.empty()) reading.mark_incomplete("kiosk.toml");
        reading.content.home.push_back(std::move(card));
    }
}

} // namespace kiosk::content
