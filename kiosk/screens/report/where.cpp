// Where did it happen, and where do you live: first, large, this country, places that are no country, and "I don't
// know"; then every country of the world by ICU's names, by first letter, in the order of the visitor's language.
// Countries with contacts of their own are not marked.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/report/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace kiosk::screens {

namespace {

using content::Country;
using visit::PlaceQuestion;

struct Listed {
    std::string id, name;
};

// What stands above the list: this country; then, of where it happened, what is no country.
std::vector<Listed> first_places(Frame const& frame, PlaceQuestion asking)
{
    auto const& reporting = frame.content().reporting;
    std::vector<Listed> first{{reporting.home, frame.place_name(reporting.home)}};
    if (asking == PlaceQuestion::where_one_lives) {
        first.push_back({"", frame.words("report.lives_unsaid")});
        return first;
    }
    for (auto const* kind : {"unknown", "online", "at-sea", "in-the-air"})
        for (auto const& place : reporting.places)
            if (place.kind == kind) first.push_back({place.id, frame.place_name(place.id)});
    return first;
}

// Under which letter there are countries, in the language's order.
std::vector<std::string> letters_of(std::vector<Country> const& countries)
{
    std::vector<std::string> letters;
    for (auto const& country : countries)
        if (std::find(letters.begin(), letters.end(), country.letter) == letters.end())
            letters.push_back(country.letter);
    return letters;
}

std::vector<Listed> listed_countries(std::vector<Country> const& countries, std::string const& letter)
{
    std::vector<Listed> listed;
    for (auto const& country : countries)
        if (letter.empty() || letter == country.letter) listed.push_back({country.code, country.name});
    return listed;
}

struct Grid {
    Rect area;
    int columns = 1;
    float height = 0, gap = 0;

    int rows() const { return std::max(1, static_cast<int>((area.height + gap) / (height + gap))); }
    Rect at(int index) const
    {
        Rect const row{area.x, area.y + static_cast<float>(index / columns) * (height + gap), area.width, height};
        return cell(row, index % columns, columns, gap);
    }
};

float height_of(int count, int columns, float each, float gap)
{
    auto const rows = (count + columns - 1) / std::max(1, columns);
    return static_cast<float>(rows) * (each + gap) - gap;
}

// "All" first, a word, as wide as two of the letters that follow. Returns its height.
float draw_letters(Frame& frame, Rect const& area, std::vector<std::string> const& letters, std::string const& chosen)
{
    auto const& layout = frame.layout();
    std::vector<std::string> keys{""};
    keys.insert(keys.end(), letters.begin(), letters.end());
    auto const side = layout.target();
    auto const gap = layout.gap();
    auto const count = static_cast<int>(keys.size()) + 1; // cells
    auto const most = std::max(1, static_cast<int>((area.width + gap) / (side + gap)));
    // As even as the number of rows allows.
    auto const rows = (count + most - 1) / most;
    auto const columns = (count + rows - 1) / rows;
    auto const width = std::floor((area.width + gap) / static_cast<float>(columns) - gap);
    int at = 0;
    for (auto const& letter : keys) {
        auto const cells = letter.empty() && columns > 1 ? 2 : 1;
        Rect const rect{area.x + static_cast<float>(at % columns) * (width + gap),
                        area.y + static_cast<float>(at / columns) * (side + gap),
                        static_cast<float>(cells) * (width + gap) - gap, side};
        at += cells;
        bool const is_chosen = letter == chosen;
        auto const style = is_chosen ? ui::ButtonStyle::chosen : ui::ButtonStyle::quiet;
        if (ui::button(frame.canvas(), rect,
                       {.id = "report.letter." + (letter.empty() ? std::string("all") : letter),
                        .label = letter.empty() ? frame.words("report.where_all") : letter,
                        .style = style,
                        .state = is_chosen ? frame.words("speech.chosen") : ""}))
            frame.emit(visit::FilterPlaces{letter});
    }
    return height_of(count, columns, side, gap);
}

ui::Button place_button(Listed const& entry)
{
    return {.id = "report.place." + (entry.id.empty() ? std::string("unsaid") : entry.id), .label = entry.name};
}

// As many beside each other as let the longer names stand whole. Of a long list the longest are what decides.
int columns_for(Frame& frame, float width, float height, std::vector<Listed> listed)
{
    auto const& layout = frame.layout();
    constexpr std::size_t kLongest = 8;
    std::sort(listed.begin(), listed.end(),
              [](Listed const& first, Listed const& second) { return first.name.size() > second.name.size(); });
    if (listed.size() > kLongest) listed.resize(kLongest);
    for (int columns = layout.portrait() ? 3 : 5; columns > 1; --columns) {
        // In large letters a row may have twice the height: few names to a page are worse.
        Size const room{cell({0, 0, width, 0}, 0, columns, layout.gap()).width,
                        layout.large_text() ? 2 * height : height};
        if (std::all_of(listed.begin(), listed.end(), [&](Listed const& entry) {
                return ui::button_fits(frame.canvas(), room, place_button(entry));
            }))
            return columns;
    }
    return 1;
}

// As high as usual, or as the longest name needs where letters are large.
float row_height_for(Frame& frame, float width, int columns, float usual, std::vector<Listed> const& listed)
{
    auto const each = cell({0, 0, width, 0}, 0, columns, frame.layout().gap()).width;
    auto height = usual;
    if (columns == 1 || frame.layout().large_text())
        for (auto const& entry : listed)
            height = std::max(height, ui::button_height(frame.canvas(), each, place_button(entry)));
    return height;
}

void draw_place(Frame& frame, Rect const& rect, Listed const& entry)
{
    if (ui::button(frame.canvas(), rect, place_button(entry))) frame.emit(visit::ChoosePlace{entry.id});
}

// As many as the grid holds; the rest on further pages of it.
void draw_places(Frame& frame, Grid const& grid, std::vector<Listed> const& shown, int page)
{
    auto const room = grid.rows() * grid.columns;
    auto const count = static_cast<int>(shown.size());
    if (count <= room) {
        for (int i = 0; i < count; ++i) draw_place(frame, grid.at(i), shown[static_cast<std::size_t>(i)]);
        return;
    }
    auto const each = std::max(1, room - 1); // the last cell turns the page
    auto const pages = (count + each - 1) / each;
    auto const current = page % pages;
    for (int i = 0; i < each && current * each + i < count; ++i)
        draw_place(frame, grid.at(i), shown[static_cast<std::size_t>(current * each + i)]);
    auto const word = current + 1 < pages ? frame.words("report.where_more") : frame.words("report.where_fewer");
    if (ui::button(frame.canvas(), grid.at(room - 1),
                   {.id = "report.more", .label = word, .end_icon = "chevron-right", .style = ui::ButtonStyle::quiet}))
        frame.emit(visit::ShowListPage{current + 1 < pages ? current + 1 : 0});
}

// What most will touch, large. Takes its height from the area.
void draw_first(Frame& frame, Rect& area, std::vector<Listed> const& first)
{
    auto const& layout = frame.layout();
    auto const usual = layout.low() ? layout.target() : layout.main_target();
    auto const columns = columns_for(frame, area.width, usual, first);
    auto const each = row_height_for(frame, area.width, columns, usual, first);
    auto const height = height_of(static_cast<int>(first.size()), columns, each, layout.gap());
    Grid const grid{cut_top(area, height, layout.units(24)), columns, each, layout.gap()};
    for (int i = 0; i < static_cast<int>(first.size()); ++i)
        draw_place(frame, grid.at(i), first[static_cast<std::size_t>(i)]);
}

} // namespace

void draw_report_where(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto const asking = state.report.asking;
    auto area = frame.content_area();
    auto const title = asking == PlaceQuestion::where_one_lives ? frame.words("report.lives_title")
                                                                : frame.words("report.where_title");
    auto const height = ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.2F},
                                    "report.where.title", title, ui::TextStep::title);
    cut_top(area, height, layout.units(20));
    draw_first(frame, area, first_places(frame, asking));
    auto const& countries = frame.in_language(frame.content().reporting.countries);
    auto const letters = letters_of(countries);
    // One of another language may be none of this.
    bool const is_one = std::find(letters.begin(), letters.end(), state.report.letter) != letters.end();
    auto const chosen = is_one ? state.report.letter : std::string();
    cut_top(area, draw_letters(frame, area, letters, chosen), layout.units(20));
    auto const shown = listed_countries(countries, chosen);
    auto const columns = columns_for(frame, area.width, layout.target(), shown);
    // Fewer than three rows of countries is no list: the page then scrolls, and has twice as many.
    auto const fewest = is_scrolled(frame) ? 6 : 3;
    auto const wanted = std::min(fewest, (static_cast<int>(shown.size()) + columns - 1) / columns);
    auto const each = row_height_for(frame, area.width, columns, layout.target(), shown);
    auto const least = height_of(wanted * columns, columns, each, layout.gap());
    if (area.height + 1 < least) frame.canvas().report_overflow();
    draw_places(frame, {area, columns, each, layout.gap()}, shown, state.report.list_page);
}

} // namespace kiosk::screens
