// A scene: its picture, what happens, and what one could do; then what follows, and how the place answers. At the end
// the same three steps each time, and the address.
#include "screens/parts/address_card.h"
#include "screens/parts/button_rows.h"
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::screens {

namespace {

// What the current run shows; null pointers where the content has changed under it.
struct Shown {
    content::Scene const* scene = nullptr;
    content::SceneMoment const* moment = nullptr;
};

Shown shown_in(Frame const& frame, visit::SceneRun const& run)
{
    auto const* set = frame.content().scene_set(run.set);
    auto const* scene = set ? set->find(run.scene) : nullptr;
    return {scene, scene ? scene->find(run.moment) : nullptr};
}

std::string const& text_in(std::map<std::string, std::string> const& texts, std::string const& id)
{
    auto const found = texts.find(id);
    return found == texts.end() ? id : found->second;
}

// What a picture of the scene shows: that of a moment that is elsewhere, or of where it begins.
std::string alt_of(Frame const& frame, content::Scene const& scene, std::string const& picture)
{
    for (auto const& moment : scene.moments)
        if (moment.picture == picture && moment.has_own_picture(scene.picture))
            return frame.in_language(moment.words).alt;
    return frame.in_language(scene.words).alt;
}

// On a low panel: the question at one side and its choices at the other, as in the quiz.
bool in_columns(ui::Layout const& layout) { return layout.low() && !layout.portrait() && !layout.large_text(); }

// The picture fills the panel's end beside the words, or its top above them, to its edges. Returns what is left of the
// area. Large letters take half of its room, and small panels all of it, on low ones until there is an answer to show.
Rect draw_scene_place(Frame& frame, visit::State const& state, Shown const& shown)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    if (layout.narrow() && layout.low()) return area;
    if (in_columns(layout) && (state.scene.chosen.empty() || is_scrolled(frame))) return area;
    // Above words that do not fit it would push every choice out of sight.
    if (layout.portrait() && is_scrolled(frame) && state.scene.chosen.empty()) return area;
    Rect place;
    if (layout.portrait()) {
        auto const share = layout.large_text() ? 0.2F : 0.36F;
        place = {0, frame.page_top(), layout.screen().width, std::round(layout.bar().y * share)};
        auto const end = place.bottom() + layout.units(28);
        area = {area.x, end, area.width, area.bottom() - end};
    } else {
        place = cut_place_beside(frame, area, layout.large_text() ? 0.3F : 0.46F);
    }
    PlaceView view{.picture = state.scene.picture,
                   .answer = "",
                   .fade = layout.portrait() ? PlaceFade::down : PlaceFade::at_start};
    if (!state.scene.chosen.empty()) {
        view.answer = shown.moment->helps(state.scene.chosen) ? "helped" : "passed";
        view.answered = changed_since(frame, state.scene.chosen_at, state.comfort.movement);
    }
    draw_place(frame, place, view);
    canvas.add({ui::Role::picture, "scene.picture", alt_of(frame, *shown.scene, state.scene.picture), "", "", place});
    return area;
}

void draw_name(Frame& frame, Rect& area, std::string const& name)
{
    auto const used = ui::text_block(
        frame.canvas(), area,
        {"scene.name", name, ui::TextStep::reading, ui::Face::semibold, ui::Ink::quiet, ui::Role::text, 1.3F});
    cut_top(area, used, frame.layout().units(10));
}

void draw_choices(Frame& frame, Rect area, content::SceneMoment const& moment, content::MomentWords const& words)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    std::vector<ui::Choice> choices;
    float least = layout.target();
    for (auto const& id : moment.choices) {
        choices.push_back({.id = "scene.choice." + id, .label = text_in(words.choices, id), .state_word = ""});
        least = std::max(least, ui::choice_height(canvas, area.width, choices.back()));
    }
    auto const count = static_cast<float>(choices.size());
    auto const height_of = [&](float row) { return count * (row + layout.gap()) - layout.gap(); };
    // As high as a main target where there is room.
    auto const row = height_of(layout.main_target()) <= area.height ? std::max(least, layout.main_target()) : least;
    auto const height = height_of(row);
    if (height > area.height + 1) canvas.report_overflow();
    // Where a hand is; beside a picture directly below the question.
    auto place = layout.portrait() ? cut_bottom(area, std::min(height, area.height)) : area;
    ui::NodeGroup const group(canvas);
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (ui::choice(canvas, cut_top(place, row, layout.gap()), choices[i]))
            frame.emit(visit::ChooseInScene{moment.choices[i]});
}

std::string sources_of(Frame const& frame, content::Scene const& scene)
{
    std::string sources;
    for (auto const& id : scene.sources)
        if (auto const* source = frame.content().source(id))
            if (sources.find(source->publisher) == std::string::npos)
                sources += (sources.empty() ? "" : "; ") + source->publisher;
    return sources;
}

// What follows from the choice; where the scene ends, also what helps.
void draw_consequence(Frame& frame, Rect area, visit::State const& state, Shown const& shown)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const& words = frame.in_language(shown.moment->words);
    auto const& scene = frame.in_language(shown.scene->words);
    bool const ends = !shown.scene->find(shown.moment->next(state.scene.chosen));
    auto const on = frame.foot() == Foot::pinned ? Rect{} : cut_bottom(area, layout.main_target(), layout.gap());
    auto const used =
        ui::heading(canvas, area, "scene.chosen", text_in(words.choices, state.scene.chosen), ui::TextStep::title);
    cut_top(area, used, layout.units(16));
    ui::TextBlock const follows{"scene.consequence",
                                text_in(words.consequences, state.scene.chosen),
                                ui::TextStep::lead,
                                ui::Face::regular,
                                ui::Ink::text,
                                ui::Role::text,
                                1.4F,
                                ui::Wrap::balanced};
    if (ends) {
        ui::text_column(canvas, area,
                        {follows,
                         {"scene.helps.title", frame.words("scene.helps"), ui::TextStep::lead, ui::Face::semibold,
                          ui::Ink::right, ui::Role::heading, 1.3F},
                         {"scene.helps", scene.helps},
                         {"scene.source", frame.words("quiz.source", {{"source", sources_of(frame, *shown.scene)}}),
                          ui::TextStep::small, ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.35F}},
                        layout.units(20));
    } else {
        ui::text_column(canvas, area, {follows}, 0);
    }
    if (on.height > 0) draw_scene_foot(frame, state, on);
}

} // namespace

float scene_foot_height(Frame const& frame, visit::State const& state)
{
    return state.scene.chosen.empty() ? 0 : frame.layout().main_target();
}

void draw_scene_foot(Frame& frame, visit::State const&, Rect const& place)
{
    if (ui::button(frame.canvas(), place,
                   {.id = "scene.on",
                    .label = frame.words("scene.on"),
                    .end_icon = "chevron-right",
                    .style = ui::ButtonStyle::onward}))
        frame.emit(visit::ContinueScene{});
}

void draw_scene(Frame& frame, visit::State const& state)
{
    auto const shown = shown_in(frame, state.scene);
    if (!shown.moment) return;
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto area = draw_scene_place(frame, state, shown);
    bool const columns = in_columns(layout) && state.scene.chosen.empty();
    Rect side;
    if (columns) side = cut_right(area, std::round(area.width * 0.5F), layout.gap() + layout.units(10));
    draw_name(frame, area, frame.in_language(shown.scene->words).name);
    if (!state.scene.chosen.empty()) return draw_consequence(frame, area, state, shown);
    auto const& words = frame.in_language(shown.moment->words);
    auto const used = ui::heading(canvas, area, "scene.situation", words.situation, ui::TextStep::title);
    if (used > area.height + 1) canvas.report_overflow();
    cut_top(area, used, layout.units(30));
    draw_choices(frame, columns ? side : area, *shown.moment, words);
}

namespace {

// The same three steps each time, numbered. Takes its height from the area.
void draw_steps(Frame& frame, Rect& area)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const side = std::round(layout.text(ui::TextStep::lead) * 1.7F);
    constexpr std::array kSteps{"scene.step_1", "scene.step_2", "scene.step_3"};
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        auto const number = std::to_string(i + 1);
        auto line = area;
        auto const mark = cut_left(line, side, layout.units(22));
        ui::TextBlock const words{"scene.step." + number,
                                  frame.words(kSteps.at(i)),
                                  ui::TextStep::reading,
                                  ui::Face::regular,
                                  ui::Ink::text,
                                  ui::Role::text,
                                  1.4F};
        auto const height = std::max(side, ui::text_height(canvas, line.width, words));
        draw_number(frame, {mark.x, area.y, side, side}, i + 1, layout.text(ui::TextStep::reading));
        ui::text_centred(canvas, {line.x, area.y, line.width, height}, words);
        cut_top(area, height, layout.units(20));
    }
}

} // namespace

void draw_scene_end(Frame& frame, visit::State const& state)
{
    auto const& run = state.scene;
    auto const shown = shown_in(frame, run);
    auto const* set = frame.content().scene_set(run.set);
    if (!shown.scene) return;
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    ButtonRows const ways(frame,
                          {{{.id = "scene.next",
                             .label = frame.words("scene.next"),
                             .end_icon = "chevron-right",
                             .style = ui::ButtonStyle::onward},
                            visit::StartScene{set->id}}},
                          layout.main_target());
    auto const ways_place = cut_bottom(area, ways.height(area.width), layout.gap());
    auto const* channel = frame.content().reporting.channel(set->channel);
    AddressCard const card{"scene.end", frame.words("quiz.take_along"), channel};
    Rect card_place;
    if (channel && !layout.portrait() && (layout.low() || area.width >= layout.units(1300)))
        card_place = cut_right(area, std::round(area.width * 0.42F), layout.units(56));
    else if (channel)
        card_place = cut_bottom(area,
                                std::max(address_card_height(frame, area.width, card),
                                         layout.portrait() ? std::min(area.height * 0.4F, layout.units(520)) : 0),
                                layout.units(24));
    draw_title(frame, area, "scene.steps", frame.words("scene.steps"));
    draw_steps(frame, area);
    ui::text_column(frame.canvas(), area,
                    {{"scene.note.title", frame.words("scene.note"), ui::TextStep::reading, ui::Face::semibold,
                      ui::Ink::quiet, ui::Role::heading, 1.3F},
                     {"scene.note", frame.in_language(shown.scene->words).note}},
                    layout.units(6));
    // In a page that scrolls no larger than that its address is in sight, too.
    if (channel && is_scrolled(frame)) card_place.height = scrolled_card_height(frame, card_place, card);
    if (channel) draw_address_card(frame, card_place, card);
    ways.draw(ways_place);
}

} // namespace kiosk::screens
