// What passers-by see: a scene through the opening aperture, one statement in turn in each language, and how to begin;
// and what is left of it outside opening hours.
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using namespace std::chrono_literals;
constexpr Duration kCrossFade = 900ms;

struct Slide {
    content::AttractSlide const* words;
    content::Language language;
};

Slide slide_at(content::Content const& content, int index)
{
    auto const languages = std::max<std::size_t>(1, content.languages.size());
    auto const i = static_cast<std::size_t>(std::max(0, index));
    return {&content.attract[i / languages % content.attract.size()],
            content.languages.empty() ? content::Language("en") : content.languages[i % languages]};
}

Rect lens_place(ui::Layout const& layout)
{
    auto const panel = layout.panel();
    if (layout.portrait()) {
        auto const width = panel.width * (layout.narrow() ? 1.06F : 1.28F);
        auto const height = width * (layout.narrow() ? 0.46F : 0.62F);
        return {panel.width / 2 - width / 2, panel.height * (layout.narrow() ? 0.02F : 0.05F), width, height};
    }
    auto const width = panel.width * 0.8F;
    auto const height = std::min(panel.height * 0.78F, width * 0.56F);
    return {panel.width * 0.27F, panel.height * 0.44F - height / 2, width, height};
}

void draw_words(Frame& frame, Slide const& slide, Rect area, ui::Ink ink)
{
    auto& canvas = frame.canvas();
    canvas.set_language(slide.language);
    auto const words = [&](std::string const& key) { return frame.content().words(slide.language, key); };
    auto const key = "attract." + slide.words->id;
    ui::text_column(canvas, area,
                    {{"attract.statement", words(key), ui::TextStep::statement, ui::Face::statement, ink,
                      ui::Role::heading, 1.2F, ui::Wrap::balanced},
                     {"attract.sub", words(key + "_sub"), ui::TextStep::lead, ui::Face::regular, ui::Ink::quiet,
                      ui::Role::text, 1.35F, ui::Wrap::balanced}},
                    frame.layout().units(28));
}

// Each name in itself, set by its own language's rules.
void draw_languages(Frame& frame, Rect const& area, int columns)
{
    auto const& languages = frame.content().languages;
    auto const count = static_cast<int>(languages.size());
    auto const rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        auto const own_name = frame.content().words(language, "language");
        frame.canvas().set_language(language);
        auto const row = cell_down(area, i / columns, rows, frame.layout().gap());
        if (ui::button(frame.canvas(), cell(row, i % columns, columns, frame.layout().gap()),
                       {.id = "attract.language." + language, .label = own_name, .style = ui::ButtonStyle::quiet}))
            frame.emit(visit::ChooseLanguage{language});
    }
}

struct Foot {
    Rect touch, languages, report;
    int columns;
};

// "Touch to begin" and the names of the languages: side by side where there is room, else one below the other.
Foot foot_of(Frame const& frame)
{
    auto const& layout = frame.layout();
    auto const panel = layout.panel();
    auto const count = std::max(1, static_cast<int>(frame.content().languages.size()));
    auto const margin = layout.low() ? layout.units(40) : layout.margin();
    bool const beside = !layout.portrait() && panel.width >= layout.units(1500);
    auto const columns = layout.portrait() && layout.narrow() ? (count + 1) / 2 : count;
    auto const rows = static_cast<float>((count + columns - 1) / columns);
    auto const each = layout.narrow() ? layout.target() : layout.main_target();
    auto const height = rows * (each + layout.gap()) - layout.gap();
    Rect const row{margin, panel.height - height - layout.units(layout.low() ? 24 : 50), panel.width - 2 * margin,
                   height};
    // The button for reporting is above the languages, at the right.
    auto const report_height = layout.target();
    Rect above{row.x, row.y - report_height - layout.gap(), row.width, report_height};
    if (!beside) {
        auto const share = layout.portrait() ? 0.42F : 0.34F;
        auto const report = cut_right(above, std::round(row.width * share), layout.gap());
        if (layout.portrait() && layout.narrow()) return {above, row, report, columns};
        auto const line = std::max(layout.units(64), std::round(layout.text(ui::TextStep::lead) * 1.35F));
        Rect const touch{row.x, row.y - line - layout.units(16), row.width, line};
        if (!layout.portrait()) return {{touch.x, touch.y, above.width, line}, row, report, columns};
        // There is room for a row of its own.
        Rect const own{row.x, touch.y - report_height - layout.units(24), std::round(row.width * 0.56F), report_height};
        return {touch, row, own, columns};
    }
    auto touch = row;
    auto const names = cut_right(touch, std::round(row.width * 0.6F), layout.gap());
    auto const report = cut_right(above, cell(names, 0, 2, layout.gap()).width, layout.gap());
    return {touch, names, report, columns};
}

void draw_report(Frame& frame, Rect const& place, content::Language const& language)
{
    auto& canvas = frame.canvas();
    canvas.set_language(language);
    if (ui::button(canvas, place,
                   {.id = "attract.report", .label = frame.content().words(language, "bar.report"), .icon = "eye"}))
        frame.emit(visit::OpenReport{language});
}

// The eye changes colour with every slide: it never moves, and would burn in.
void draw_touch(Frame& frame, Rect row, std::string const& begin, int slide)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const eye = cut_left(row, layout.units(64), layout.units(22));
    canvas.icon({eye.x, std::round(row.centre().y - eye.width / 2), eye.width, eye.width}, "eye",
                canvas.color(slide % 2 == 0 ? ui::Ink::action : ui::Ink::line));
    ui::text_centred(canvas, row,
                     {"attract.touch", begin, layout.narrow() ? ui::TextStep::reading : ui::TextStep::lead,
                      ui::Face::semibold, ui::Ink::text, ui::Role::text, 1.3F});
}

// The scrim behind the words: opaque where they begin, transparent over the picture.
void draw_scrim(Frame& frame, Rect const& lens, float words_right)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const ground = canvas.color(ui::Ink::ground);
    auto const panel = layout.screen();
    if (layout.portrait()) {
        auto const middle = lens.bottom() - lens.height * 0.25F;
        canvas.fade_down({0, middle - layout.units(260), panel.width, layout.units(260)}, ground.with_alpha(0), ground);
        canvas.fill({0, middle, panel.width, panel.height - middle}, ground);
        return;
    }
    constexpr float kUnderWords = 0.84F;
    auto const full = std::round(panel.width * 0.24F);
    auto const end = std::round(std::min(panel.width, words_right + panel.width * 0.22F));
    canvas.fill({0, 0, full, panel.height}, ground);
    canvas.fade_across({full, 0, words_right - full, panel.height}, ground, ground.with_alpha(kUnderWords));
    canvas.fade_across({words_right, 0, end - words_right, panel.height}, ground.with_alpha(kUnderWords),
                       ground.with_alpha(0));
}

} // namespace

namespace {

// The scrim, and the room that the words have above the foot.
Rect words_place(Frame& frame, Rect const& lens, Rect const& foot)
{
    auto const& layout = frame.layout();
    auto const panel = layout.screen();
    auto const width =
        layout.portrait() ? foot.width : std::round(panel.width * (layout.low() ? 0.56F : 0.5F)) - foot.x;
    draw_scrim(frame, lens, foot.x + width);
    auto const top =
        layout.portrait() ? lens.bottom() - lens.height * 0.18F : panel.height * (layout.low() ? 0.08F : 0.2F);
    return {foot.x, top, width, foot.y - top - layout.units(20)};
}

} // namespace

void draw_attract(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (frame.content().attract.empty()) return;
    auto const slide = slide_at(frame.content(), state.attract_slide);
    auto const before = slide_at(frame.content(), state.attract_slide - 1);
    auto const lens = lens_place(layout);
    auto const since = canvas.now() - state.slide_since;
    bool const changes = slide.words->picture != before.words->picture && state.attract_slide > 0;
    float const share =
        std::clamp(static_cast<float>(since.count()) / static_cast<float>(kCrossFade.count()), 0.F, 1.F);
    auto const drift = drift_of(frame, state.slide_since, state.attract_slide);
    if (share < 1 && changes && canvas.now() > state.slide_since) {
        canvas.scene_in_aperture(lens, before.words->picture, drift);
        canvas.scene_in_aperture(lens, slide.words->picture, drift, eased(share));
        canvas.frame_requests().add(canvas.now() + next_frame(frame), "attract cross-fade");
    } else {
        canvas.scene_in_aperture(lens, slide.words->picture, drift);
    }
    canvas.outline_aperture(lens, canvas.color(ui::Ink::action).with_alpha(0.4F), layout.units(3));

    auto const panel = layout.screen();
    canvas.set_language(slide.language);
    bool const rests = frame.touch() == Touch::rests;
    auto const foot = foot_of(frame);
    auto const words_foot_y = layout.portrait() ? std::min(foot.touch.y, foot.report.y) : foot.touch.y;
    Rect const words_foot{foot.touch.x, words_foot_y, foot.languages.width, 0};
    auto const place = words_place(frame, lens, rests ? touch_missing_area(frame) : words_foot);
    auto const begin = frame.content().words(slide.language, "attract.begin");
    canvas.add({ui::Role::button, "attract.begin", begin, "", slide.language, panel, ui::Tap::tap});
    draw_words(frame, slide, place, ui::Ink::text);
    if (rests) {
        draw_touch_missing(frame, slide.language, state.attract_slide);
    } else {
        draw_touch(frame, foot.touch, begin, state.attract_slide);
        draw_report(frame, foot.report, slide.language);
        draw_languages(frame, foot.languages, foot.columns);
    }
    // Keys begin a visit even then.
    if (canvas.tapped("attract.begin")) frame.emit(visit::Begin{});
}

void draw_asleep(Frame& frame, int minutes)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (frame.content().attract.empty()) return draw_dark(frame);
    // Another language each minute, another picture when all have been.
    auto const slide = slide_at(frame.content(), minutes);
    canvas.set_language(slide.language);
    auto const lens = lens_place(layout);
    constexpr float kAtRest = 1;
    canvas.scene_in_aperture(lens, slide.words->picture, kAtRest);
    auto const margin = layout.low() ? layout.units(40) : layout.margin();
    auto const line = std::max(layout.units(64), std::round(layout.text(ui::TextStep::lead) * 1.35F));
    auto const panel = layout.screen();
    Rect const foot{margin, panel.height - line - layout.units(layout.low() ? 24 : 50), panel.width - 2 * margin, line};
    draw_words(frame, slide, words_place(frame, lens, foot), ui::Ink::quiet);
    canvas.set_language(slide.language);
    ui::text_centred(canvas, foot,
                     {"asleep.wake", frame.content().words(slide.language, "attract.asleep"), ui::TextStep::reading,
                      ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.3F});
}

void draw_dark(Frame& frame)
{
    // Nothing to see; what can be done is still there for speech.
    auto const& languages = frame.content().languages;
    auto const language = languages.empty() ? content::Language("en") : languages.front();
    frame.canvas().set_language(language);
    frame.canvas().add({ui::Role::text, "asleep.dark", frame.content().words(language, "attract.asleep"), "", language,
                        frame.layout().screen()});
}

} // namespace kiosk::screens
