#include "content/read/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

Page read_page(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[page]]", reading.problems);
    Page page;
    page.place = reader.place();
    page.lines = reader.lines();
    page.id = reader.text("id");
    page.picture = reader.text("picture");
    page.layout = reader.choice<PageLayout>("layout", {{"picture-right", PageLayout::picture_right},
                                                       {"picture-left", PageLayout::picture_left},
                                                       {"statement", PageLayout::statement}});
    page.sources = reader.texts("sources");
    page.channels = reader.texts("channels", toml::Presence::optional);
    page.numbered = reader.flag("numbered", false);
    page.apart = reader.flag("apart", false);
    reader.finish();
    page.unread = reader.unread();
    return page;
}

PageWords read_page_words(std::string const& id, toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, fmt::format("page '{}'", id), reading.problems);
    PageWords words;
    words.place = reader.place();
    words.title = reader.text("title");
    words.title_place = reader.place_of("title");
    words.text = reader.texts("text");
    words.points = reader.texts("points", toml::Presence::optional);
    words.alt = reader.text("alt");
    reader.finish();
    words.unread = reader.unread();
    return words;
}

void read_words(ReadContext& reading, toml::Value const& root, Language const& language, Series& series,
                std::filesystem::path const& structure)
{
    toml::TableReader reader(root, root.place.file, reading.problems);
    auto& heading = series.headings[language];
    heading.title = reader.text("title");
    heading.subtitle = reader.text("subtitle");
    read_records(reading, reader, series.pages, {"page", structure, language},
                 [&](Page& page, toml::Value const& section) {
                     page.words[language] = read_page_words(page.id, section, reading);
                 });
}

} // namespace

void read_series(ReadContext& reading, std::filesystem::path const& relative, Series& series)
{
    auto const structure = relative / (relative.parent_path() == "guides" ? "guide.toml" : "campaign.toml");
    auto const root = reading.file(structure);
    if (!root) return;
    toml::TableReader reader(*root, "this file", reading.problems);
    series.place = reader.place();
    series.lines = reader.lines();
    series.id = reader.text("id");
    check_id(reading, reader, series.id, relative);
    series.picture = reader.text("picture");
    for (auto const* table : reader.tables("page")) reading.add(series.pages, read_page(*table, reading), structure);
    reader.finish();
    if (reader.unread().contains("page")) reading.mark_incomplete(structure);
    for (auto const& [language, words] : reading.words(relative))
        read_words(reading, words, language, series, structure);
}

} // namespace kiosk::content
