// What passers-by see: a large eye that looks at a place, one statement in turn in each language, and how to begin. Its
// lids sink as if it looked away; whoever touches it keeps it open. And what is left of it outside opening hours.
#include "visit/model/attract.h"
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using namespace std::chrono_literals;
struct Slide {
    content::AttractSlide const* words;
    content::Language language;
};

Slide slide_at(content::Content const& content, int index)
{
    auto const turn = visit::attract_turn(content, index);
    return {&content.attract[turn.statement], turn.language};
}

// The whole eye, as wide as the panel, above the words, which end above `foot`. It is as high as words of usual length
// allow: of one size for all statements.
Rect eye_place(ui::Layout const& layout, float foot)
{
    auto const panel = layout.panel();
    auto const lines = layout.portrait() ? (layout.narrow() ? 4.F : 3.F) : 2.F;
    auto const words = lines * (1.2F * layout.least_text(ui::TextStep::statement) * 1.4F +
                                1.35F * layout.least_text(ui::TextStep::lead) * 1.2F) +
                       layout.units(70);
    auto const width = std::round(panel.width * 0.96F);
    auto const top = layout.portrait() && !layout.narrow() ? std::round(panel.height * 0.05F) : layout.units(14);
    auto const most =
        layout.portrait() ? std::min(width * 0.68F, panel.height * 0.4F) : std::min(width * 0.5F, panel.height * 0.53F);
    auto const height = std::round(std::clamp(foot - top - words, panel.height * 0.1F, most));
    return {std::round((panel.width - width) / 2), top, width, height};
}

// The eye at an instant of a slide: `open` and `life` (what lives in the place), each 0..1, and how far the words are
// there.
struct Eye {
    float open = 1, life = 1, words = 1;
};

// It opens, is wide for a while, sinks in three steps, and shuts for the next statement. Between those it rests.
class EyeMotion {
public:
    EyeMotion(Frame& frame, Duration slide)
        : frame_(frame),
          slide_(slide),
          sinks_(frame.canvas().picture_motion() == ui::PictureMotion::rests ? 1 : 3)
    {
    }

    Eye at(Duration passed)
    {
        if (passed < kOpening) {
            auto const share = moving(Duration(0), kOpening, passed);
            return {most_open(share), share, share};
        }
        if (passed >= slide_ - kShutting) {
            auto const share = moving(slide_ - kShutting, kShutting, passed);
            return {lowest() + (kShut - lowest()) * share, 1, 1 - share};
        }
        Eye eye;
        for (int i = 1; i <= sinks_; ++i) {
            auto const begin = kOpening + (slide_ - kOpening - kShutting) * i / (sinks_ + 1);
            if (passed < begin) break;
            auto const share = moving(begin, kSinking, passed);
            eye.open -= (1 - lowest()) / static_cast<float>(sinks_) * share;
            // A breath of light.
            eye.life = 1 - 0.6F * 4 * share * (1 - share);
        }
        return eye;
    }

    // Lids open onto a place, never onto an empty lens: not before its picture is there, `share` 0..1.
    static float most_open(float share) { return kShut + (1 - kShut) * share; }

    // When the next movement begins.
    void request_next(Instant since, Duration passed)
    {
        for (int i = 1; i <= sinks_; ++i)
            if (auto const begin = kOpening + (slide_ - kOpening - kShutting) * i / (sinks_ + 1); begin > passed)
                return frame_.canvas().frame_requests().add(since + begin, "lids sink");
        if (slide_ - kShutting > passed)
            frame_.canvas().frame_requests().add(since + (slide_ - kShutting), "lids shut");
    }

private:
    static constexpr Duration kOpening = 900ms;
    static constexpr Duration kSinking = 800ms;
    static constexpr Duration kShutting = 450ms;
    static constexpr float kShut = 0.03F;
    static float lowest() { return 0.34F; }

    float moving(Duration begin, Duration length, Duration passed)
    {
        if (passed >= begin + length) return 1;
        auto& canvas = frame_.canvas();
        canvas.frame_requests().add(canvas.now() + next_frame(frame_), "the eye moves");
        auto const share = static_cast<float>((passed - begin).count()) / static_cast<float>(length.count());
        return share * share * (3 - 2 * share);
    }

    Frame& frame_;
    Duration slide_;
    int sinks_;
};

void draw_eye(Frame& frame, Rect const& place, std::string const& picture, Eye const& eye)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    canvas.fill_aperture(place, canvas.color(ui::Ink::raised)); // the lids
    canvas.living_picture(place, place, picture, eye.life, eye.open);
    canvas.outline_aperture(place, canvas.color(ui::Ink::line), layout.units(3));
    if (eye.open < 1)
        canvas.outline_aperture(place, canvas.color(ui::Ink::accent).with_alpha(0.8F), layout.units(4), eye.open);
}

std::vector<ui::TextBlock> words_of(Frame const& frame, Slide const& slide, ui::Ink ink)
{
    auto const words = [&](std::string const& key) { return frame.content().words(slide.language, key); };
    auto const key = "attract." + slide.words->id;
    return {{"attract.statement", words(key), ui::TextStep::statement, ui::Face::statement, ink, ui::Role::heading,
             1.2F, ui::Wrap::balanced},
            {"attract.sub", words(key + "_sub"), ui::TextStep::lead, ui::Face::regular, ui::Ink::quiet, ui::Role::text,
             1.35F, ui::Wrap::natural}};
}

// In the first of the places in which their letters are largest.
void draw_words(Frame& frame, Slide const& slide, std::vector<Rect> const& places, ui::Ink ink)
{
    auto& canvas = frame.canvas();
    auto const gap = frame.layout().units(24);
    canvas.set_language(slide.language);
    auto const words = words_of(frame, slide, ink);
    auto const scale_in = [&](Rect const& place) {
        return ui::column_scale(canvas, {place.width, place.height}, words, gap);
    };
    auto best = places.front();
    for (auto const& place : places)
        if (scale_in(place) > scale_in(best)) best = place;
    ui::text_column(canvas, best, words, gap);
}

// The statement over the button for reporting, as wide as the panel, so that it breaks between its sentences, and what
// follows it beside the button. Whether there was room in the size that they want.
bool draw_words_around(Frame& frame, Slide const& slide, Rect place, float sub_right)
{
    auto& canvas = frame.canvas();
    canvas.set_language(slide.language);
    auto const words = words_of(frame, slide, ui::Ink::text);
    auto const gap = frame.layout().units(24);
    auto const statement = ui::text_height(canvas, place.width, words.front());
    auto const width = sub_right - place.x;
    if (statement + gap + ui::text_height(canvas, width, words.back()) > place.height) return false;
    cut_top(place, ui::text_block(canvas, place, words.front()), gap);
    ui::text_block(canvas, {place.x, place.y, width, place.height}, words.back());
    return true;
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
        auto const line = std::max(layout.units(64), std::round(layout.text(ui::TextStep::lead) * 1.35F));
        if (layout.portrait() && layout.narrow())
            return {{above.x, above.y - line - layout.units(12), above.width, line}, row, above, columns};
        auto const report = cut_right(above, std::round(row.width * 0.34F), layout.gap());
        Rect const touch{row.x, row.y - line - layout.units(16), row.width, line};
        if (!layout.portrait()) return {{touch.x, touch.y, above.width, line}, row, report, columns};
        // There is room for a row of its own.
        auto const share = layout.large_text() ? 1.F : 0.56F;
        Rect const own{row.x, touch.y - report_height - layout.units(24), std::round(row.width * share), report_height};
        return {touch, row, own, columns};
    }
    auto touch = row;
    auto const names = cut_right(touch, std::round(row.width * 0.6F), layout.gap());
    auto const width = layout.large_text() ? names.width : cell(names, 0, 2, layout.gap()).width;
    return {touch, names, cut_right(above, width, layout.gap()), columns};
}

// Where the words end.
float words_end(Frame const& frame)
{
    if (frame.touch() == Touch::rests) return touch_missing_area(frame).y;
    auto const foot = foot_of(frame);
    return std::min(foot.touch.y, foot.report.y);
}

void draw_report(Frame& frame, Rect const& place, content::Language const& language)
{
    auto& canvas = frame.canvas();
    canvas.set_language(language);
    // Not in the colour of the action: it stands there all day, and would burn in.
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
                canvas.color(slide % 2 == 0 ? ui::Ink::text : ui::Ink::line));
    ui::text_centred(canvas, row,
                     {"attract.touch", begin, layout.narrow() ? ui::TextStep::reading : ui::TextStep::lead,
                      ui::Face::semibold, ui::Ink::text, ui::Role::text, 1.3F, ui::Wrap::balanced});
}

// Below the eye, beside the button for reporting.
Rect words_place(Frame const& frame, Rect const& eye, float left, float right, float foot)
{
    auto const top = eye.bottom() + frame.layout().units(frame.layout().portrait() ? 40 : 16);
    return {left, top, right - left, foot - top - frame.layout().units(16)};
}

} // namespace

void draw_attract(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (frame.content().attract.empty()) return;
    auto const slide = slide_at(frame.content(), state.attract_slide);
    auto const passed = canvas.now() - state.slide_since;
    EyeMotion motion(frame, duration_of(frame.content().timings.attract_slide));
    auto eye = motion.at(passed);
    motion.request_next(state.slide_since, passed);
    // A finger that rests keeps it wide.
    if (canvas.pressed("attract.begin")) eye = {};
    bool const rests = frame.touch() == Touch::rests;
    auto const foot = foot_of(frame);
    auto const above = words_end(frame);
    auto const place = eye_place(layout, above);
    eye.open = std::min(eye.open, EyeMotion::most_open(canvas.picture_share(place, slide.words->picture)));
    draw_eye(frame, place, slide.words->picture, eye);
    canvas.set_language(slide.language);
    std::vector<Rect> words{words_place(frame, place, foot.touch.x, foot.languages.right(), above)};
    // Or beside the button for reporting, narrower and further down.
    bool const around = !rests && !layout.portrait() && !layout.large_text() && foot.touch.y > foot.report.y;
    auto const sub_right = foot.report.x - layout.gap();
    if (around) words.push_back(words_place(frame, place, foot.touch.x, sub_right, foot.touch.y));
    auto const begin = frame.content().words(slide.language, "attract.begin");
    canvas.add({ui::Role::button, "attract.begin", begin, "", slide.language, layout.screen(), ui::Tap::tap});
    auto const mark = canvas.mark();
    auto const whole = words_place(frame, place, foot.touch.x, foot.languages.right(), foot.touch.y);
    if (!around || !draw_words_around(frame, slide, whole, sub_right)) draw_words(frame, slide, words, ui::Ink::text);
    canvas.fade_since(mark, eye.words);
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

void draw_eye_opening(Frame& frame, visit::State const& state, float share)
{
    auto& canvas = frame.canvas();
    if (frame.content().attract.empty()) return;
    auto const panel = frame.layout().screen();
    auto const place = eye_place(frame.layout(), words_end(frame));
    // Grown, the eye is so large that the panel lies within it.
    Rect const grown{panel.x - panel.width * 0.75F, panel.y - panel.height * 0.5F, panel.width * 2.5F,
                     panel.height * 2};
    auto const between = [share](float from, float to) { return from + (to - from) * share; };
    Rect const now{between(place.x, grown.x), between(place.y, grown.y), between(place.width, grown.width),
                   between(place.height, grown.height)};
    canvas.fill(panel, canvas.color(ui::Ink::ground));
    canvas.living_picture(place, now, slide_at(frame.content(), state.attract_slide).words->picture, 1);
}

void draw_asleep(Frame& frame, int minutes)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (frame.content().attract.empty()) return draw_dark(frame);
    // Another language each minute, another picture when all have been.
    auto const slide = slide_at(frame.content(), minutes);
    canvas.set_language(slide.language);
    auto const margin = layout.low() ? layout.units(40) : layout.margin();
    auto const line = std::max(layout.units(64), std::round(layout.text(ui::TextStep::lead) * 1.35F));
    auto const panel = layout.screen();
    Rect const foot{margin, panel.height - line - layout.units(layout.low() ? 24 : 50), panel.width - 2 * margin, line};
    auto const place = eye_place(layout, foot.y);
    draw_eye(frame, place, slide.words->picture, {});
    draw_words(frame, slide, {words_place(frame, place, foot.x, foot.right(), foot.y)}, ui::Ink::quiet);
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
