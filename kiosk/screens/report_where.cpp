// Where did it happen: countries as big names in the visitor's language, by first letter; at sea, in the air, online
// and "I don't know" too.
#include "base/utf8.h"
#include "screens/parts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kiosk::screens {

namespace {

using content::Place;

struct Listed {
    Place const* place;
    std::string name;
    char32_t letter;
};

std::vector<Listed> listed_places(Frame const& frame)
{
    std::vector<Listed> listed;
    for (auto const& place : frame.pack().reporting.places) {
        auto const& name = frame.in_language(place.words).name;
        listed.push_back({&place, name, filing_letter(name)});
    }
    std::stable_sort(listed.begin(), listed.end(),
                     [](Listed const& a, Listed const& b) { return filed(a.name) < filed(b.name); });
    return listed;
}

std::string text_of(char32_t letter)
{
    std::string text;
    append_utf8(text, letter);
    return text;
}

// The letters there are countries for; "All" first. Returns its height.
float draw_letters(Frame& frame, Rect const& area, std::vector<Listed> const& listed, char32_t chosen)
{
    auto const& layout = frame.layout();
    std::set<char32_t> letters;
    for (auto const& entry : listed)
        if (entry.place->kind == "country") letters.insert(entry.letter);
    std::vector<std::pair<char32_t, std::string>> keys{{0, frame.words("report.where_all")}};
    for (auto const letter : letters) keys.emplace_back(letter, text_of(letter));
    auto const side = layout.target();
    auto const gap = layout.gap();
    auto const columns = std::max(1, static_cast<int>((area.width + gap) / (side + gap)));
    auto const width = std::floor(
        (area.width + gap) / static_cast<float>(std::min<int>(columns, static_cast<int>(keys.size()))) - gap);
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
        auto const& [letter, label] = keys[static_cast<std::size_t>(i)];
        Rect const rect{area.x + static_cast<float>(i % columns) * (width + gap),
                        area.y + static_cast<float>(i / columns) * (side + gap), width, side};
        bool const is_chosen = letter == chosen;
        auto const style = is_chosen ? ui::ButtonStyle::action : ui::ButtonStyle::quiet;
        if (ui::button(frame.canvas(), rect,
                       {"report.letter." + (letter == 0 ? std::string("all") : label), label, "", "", "", style,
                        ui::TextStep::reading, is_chosen ? frame.words("speech.chosen") : ""}))
            frame.emit(visit::FilterPlaces{letter});
    }
    auto const rows = (static_cast<int>(keys.size()) + columns - 1) / columns;
    return static_cast<float>(rows) * (side + gap) - gap;
}

struct Grid {
    Rect area;
    int columns;
    float height, gap;

    int rows() const { return std::max(1, static_cast<int>((area.height + gap) / (height + gap))); }
    Rect at(int index) const
    {
        Rect const row{area.x, area.y + static_cast<float>(index / columns) * (height + gap), area.width, height};
        return cell(row, index % columns, columns, gap);
    }
};

ui::Button place_button(Listed const& entry)
{
    return {
        "report.place." + entry.place->id, entry.name, "", "", "", ui::ButtonStyle::calm, ui::TextStep::reading, ""};
}

// As many beside each other as let every name stand whole.
int columns_for(Frame& frame, float width, std::vector<Listed> const& listed)
{
    auto const& layout = frame.layout();
    for (int columns = layout.portrait() ? 3 : 5; columns > 1; --columns) {
        Size const room{cell({0, 0, width, 0}, 0, columns, layout.gap()).width, layout.target()};
        if (std::all_of(listed.begin(), listed.end(), [&](Listed const& entry) {
                return ui::button_fits(frame.canvas(), room, place_button(entry));
            }))
            return columns;
    }
    return 1;
}

void draw_place(Frame& frame, Rect const& rect, Listed const& entry)
{
    if (ui::button(frame.canvas(), rect, place_button(entry))) frame.emit(visit::ChoosePlace{entry.place->id});
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
    auto const word = current + 1 < pages ? "report.where_more" : "report.where_fewer";
    if (ui::button(frame.canvas(), grid.at(room - 1),
                   {"report.more", frame.words(word), "", "", "chevron-right", ui::ButtonStyle::quiet,
                    ui::TextStep::reading, ""}))
        frame.emit(visit::TurnList{current + 1 < pages ? current + 1 : 0});
}

} // namespace

void draw_report_where(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = frame.content();
    auto const height = ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.2F},
                                    "report.where.title", frame.words("report.where_title"), ui::TextStep::title);
    cut_top(area, height, layout.px(20));
    auto const listed = listed_places(frame);
    auto const letters = draw_letters(frame, area, listed, state.report.letter);
    cut_top(area, letters, layout.px(24));

    std::vector<Listed> countries;
    std::vector<Listed> others;
    for (auto const& entry : listed) {
        if (entry.place->kind != "country")
            others.push_back(entry);
        else if (state.report.letter == 0 || state.report.letter == entry.letter)
            countries.push_back(entry);
    }
    auto const gap = layout.gap();
    auto const columns = columns_for(frame, area.width, listed);
    auto const other_rows = (static_cast<int>(others.size()) + columns - 1) / columns;
    auto const others_height = static_cast<float>(other_rows) * (layout.target() + gap) - gap;
    auto const foot = cut_bottom(area, others_height, layout.px(28));
    // Fewer than three rows of countries is no list: the page then scrolls.
    constexpr int kFewestRows = 3;
    Grid const list{area, columns, layout.target(), gap};
    auto const wanted = std::min(kFewestRows, (static_cast<int>(countries.size()) + columns - 1) / columns);
    auto const least = static_cast<float>(wanted) * (layout.target() + gap) - gap;
    if (foot.height + 1 < others_height || area.height + 1 < least) frame.canvas().misfit();
    draw_places(frame, list, countries, state.report.list_page);
    Grid const grid{foot, columns, layout.target(), gap};
    for (int i = 0; i < static_cast<int>(others.size()); ++i)
        draw_place(frame, grid.at(i), others[static_cast<std::size_t>(i)]);
}

} // namespace kiosk::screens
