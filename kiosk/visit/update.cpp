#include "visit/update.h"
#include "visit/model/attract.h"
#include "visit/model/input_lockout.h"
#include "visit/staff/session.h"
#include "visit/update_context.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

void open_staff(UpdateContext& context, KeypadOrder pad)
{
    if (context.state.screen != Screen::attract) return;
    context.state = fresh_state(context.content, context.moment.now);
    begin_session(context.state, pad, context.moment, context.effects.commands);
}

// Where a visit begins that was not begun by choosing a language.
Screen first_screen(content::Content const& content)
{
    return content.languages.size() > 1 ? Screen::language : Screen::home;
}

void begin_visit(UpdateContext& context, Screen screen)
{
    auto& state = context.state;
    state.last_touch = context.moment.now;
    context.effects.visit = VisitChange::began;
    auto const beginning = screen == Screen::language ? VisitStart::asks_language : VisitStart::in_language;
    state.open.begin(state.language, beginning, context.moment.now, context.effects.counts);
    context.enter(screen);
}

void tick(UpdateContext& context)
{
    auto& state = context.state;
    auto const now = context.moment.now;
    if (state.screen == Screen::attract) {
        auto const slides = attract_turns(context.content);
        // One step, however many slides have passed.
        auto const length = duration_of(context.content.timings.attract_slide);
        auto const gone = slides > 1 && length > Duration(0) ? (now - state.slide_since) / length : 0;
        state.attract_slide = static_cast<int>((state.attract_slide + gone) % std::max(slides, 1));
        state.slide_since = state.slide_since + gone * length;
    } else if (state.screen == Screen::neutral) {
        if (now - state.entered >= duration_of(context.content.timings.neutral))
            state = fresh_state(context.content, now);
    } else if (is_visiting(state.screen)) {
        if (!state.warned && now - state.last_touch >= idle_limit(state, context.content))
            state.warned = state.last_touch + idle_limit(state, context.content);
        if (state.warned && now - *state.warned >= duration_of(context.content.timings.warning))
            context.end_visit(VisitEnd::idle);
    }
}

void touched(UpdateContext& context)
{
    auto& state = context.state;
    state.last_touch = context.moment.now;
    state.warned.reset();
    if (state.open.away()) state.pressed_guarded = context.moment.now;
    state.open.press(context.moment.now, context.effects.counts);
}

void choose_language(UpdateContext& context, content::Language const& language)
{
    auto& state = context.state;
    auto const& languages = context.content.languages;
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) return;
    bool const beginning = state.screen == Screen::attract;
    state.language = language;
    state.open.choose_language(language, context.effects.counts);
    if (beginning)
        begin_visit(context, Screen::home);
    else
        context.enter(state.back_to);
    context.count_once(Measure::language_chosen, language);
}

void navigate(UpdateContext& context, Screen screen)
{
    auto& state = context.state;
    if (!is_visiting(state.screen) || !is_visiting(screen) || state.screen == screen) return;
    bool const aside = screen == Screen::language || screen == Screen::reading;
    if (aside && state.screen != Screen::language && state.screen != Screen::reading) state.back_to = state.screen;
    bool const returning = state.screen == Screen::language || state.screen == Screen::reading;
    if (!aside && screen != Screen::quiz && !(returning && screen == state.back_to)) {
        abandon_quiz(context);
        state.reading = {};
        state.scene = {};
    }
    if (screen == Screen::home) state.report = {};
    if (is_reporting(screen)) assume_home(context);
    if (screen == Screen::report_danger && !returning)
        begin_report(context);
    else if (screen == Screen::report_danger || screen == Screen::report_channel)
        show_channel(context);
    else
        context.enter(screen);
}

// From the attract loop. The open ledger sees a visit that began with a touch, in the fallback language, and in which
// nothing else happened; reporting itself is shown and counted in the language of the attract loop.
void open_report(UpdateContext& context, content::Language const& language)
{
    auto& state = context.state;
    if (state.screen != Screen::attract) return navigate(context, Screen::report_danger);
    begin_visit(context, first_screen(context.content));
    auto const& languages = context.content.languages;
    if (std::find(languages.begin(), languages.end(), language) != languages.end()) state.language = language;
    begin_report(context);
}

void open_series(UpdateContext& context, std::string const& id, std::string const& page_id)
{
    auto const* series = context.content.series(id);
    if (!series) return;
    auto const& pages = series->pages;
    auto const page = std::find_if(pages.begin(), pages.end(), [&](content::Page const& one) {
        return page_id.empty() ? !one.apart : one.id == page_id;
    });
    if (page == pages.end()) return;
    abandon_quiz(context);
    context.state.reading = {id, static_cast<int>(page - pages.begin()), false};
    context.enter(Screen::page);
}

void turn_page(UpdateContext& context, int by)
{
    auto& reading = context.state.reading;
    auto const* series = context.content.series(reading.series);
    if (!series || context.state.screen != Screen::page) return;
    auto const& pages = series->pages;
    auto const last = static_cast<int>(pages.size()) - 1;
    auto const is_apart = [&](int page) {
        return page >= 0 && page <= last && pages[static_cast<std::size_t>(page)].apart;
    };
    // From a page apart there is no next page, and turning pages skips it.
    auto page = is_apart(reading.page) ? (by < 0 ? -1 : last + 1) : reading.page + by;
    while (is_apart(page)) page += by < 0 ? -1 : 1;
    if (page < 0) return;
    if (page > last) {
        navigate(context, Screen::home);
        return;
    }
    reading.page = page;
    reading.sources_open = false;
    context.enter(Screen::page);
}

void show_sources(UpdateContext& context, bool open)
{
    auto& reading = context.state.reading;
    auto const* series = context.content.series(reading.series);
    if (!series || context.state.screen != Screen::page) return;
    reading.sources_open = open;
    if (open)
        context.count_once(Measure::sources_opened,
                           series->id + "/" + series->pages[static_cast<std::size_t>(reading.page)].id);
}

void leave(UpdateContext& context)
{
    if (!is_visiting(context.state.screen)) return;
    context.end_visit(VisitEnd::leave);
    context.state.screen = Screen::neutral;
}

void begin(UpdateContext& context)
{
    auto& state = context.state;
    if (state.screen == Screen::neutral)
        state = fresh_state(context.content, context.moment.now);
    else if (state.screen == Screen::attract) {
        state.back_to = Screen::home;
        begin_visit(context, first_screen(context.content));
    }
}

// One overload for each Action of visitors.
struct VisitorActions {
    UpdateContext& context;

    void operator()(Touched) const { touched(context); }
    void operator()(Tick) const { tick(context); }
    void operator()(Begin) const { begin(context); }
    void operator()(ChooseLanguage const& action) const { choose_language(context, action.language); }
    void operator()(Navigate const& action) const { navigate(context, action.screen); }
    void operator()(OpenReport const& action) const { open_report(context, action.language); }
    void operator()(OpenSeries const& action) const { open_series(context, action.series, action.page); }
    void operator()(TurnPage const& action) const { turn_page(context, action.by); }
    void operator()(ShowSources const& action) const { show_sources(context, action.open); }
    void operator()(StartQuiz const& action) const { start_quiz(context, action.quiz); }
    void operator()(ChooseAnswer const& action) const { choose_answer(context, action.answer); }
    void operator()(ConfirmAnswer) const { confirm_answer(context); }
    void operator()(NextQuestion) const { next_question(context); }
    void operator()(StartScene const& action) const { start_scene(context, action.set); }
    void operator()(ChooseInScene const& action) const { choose_in_scene(context, action.choice); }
    void operator()(ContinueScene) const { continue_scene(context); }
    void operator()(ShowEmergency) const { show_emergency(context); }
    void operator()(ContinueToReport) const { show_channel(context); }
    void operator()(FilterPlaces const& action) const
    {
        context.state.report.letter = action.letter;
        context.state.report.list_page = 0;
    }
    void operator()(ShowListPage const& action) const { context.state.report.list_page = std::max(0, action.page); }
    void operator()(ChoosePlace const& action) const { choose_place(context, action.place); }
    void operator()(AskPlace action) const { ask_place(context, action.asking); }
    void operator()(ChooseChannel const& action) const { choose_channel(context, action.channel); }
    void operator()(SetTextSize const& action) const
    {
        context.state.comfort.text_size = action.text_size;
        if (action.text_size == TextSize::large) context.count_once(Measure::comfort, "large-text");
    }
    void operator()(SetTheme const& action) const
    {
        context.state.comfort.theme = action.theme;
        if (action.theme == ThemeChoice::contrast) context.count_once(Measure::comfort, "contrast");
    }
    void operator()(SetMovement const& action) const
    {
        context.state.comfort.movement = action.movement;
        if (action.movement == Movement::less) context.count_once(Measure::comfort, "less-movement");
    }
    void operator()(UsedKeyboard) const { context.state.open.by_key(context.effects.counts); }
    void operator()(Leave) const { leave(context); }
    void operator()(OpenStaff action) const { open_staff(context, action.pad); }
    void operator()(ResumedFromSleep) const
    {
        if (is_visiting(context.state.screen)) context.end_visit(VisitEnd::idle);
        context.state = fresh_state(context.content, context.moment.now);
    }
    void operator()(Stop) const
    {
        if (is_visiting(context.state.screen)) context.end_visit(VisitEnd::restart);
    }
    // The others are the staff's, and do nothing here.
    template <typename Staffs>
    void operator()(Staffs const&) const
    {
    }
};

// The actions that do something while there is no visit.
bool can_begin(Action const& action)
{
    return action.is<Touched>() || action.is<Tick>() || action.is<Begin>() || action.is<ChooseLanguage>() ||
           action.is<OpenReport>() || action.is<OpenStaff>() || action.is<ResumedFromSleep>() || action.is<Stop>();
}

void apply_to_visitor(UpdateContext& context, Action const& action)
{
    if (!is_visiting(context.state.screen) && !can_begin(action)) return;
    apply(VisitorActions{context}, action);
    // The press before this action was made for it, and so does not lead to reporting: the ledger keeps it.
    if (!action.is<Touched>() && !action.is<Tick>() && !action.is<UsedKeyboard>())
        context.state.open.keep_press(context.effects.counts);
}

void apply_to_staff(UpdateContext& context, Action const& action)
{
    if (auto const* chosen = action.as<ChooseLanguage>()) {
        auto const& languages = context.content.languages;
        if (std::find(languages.begin(), languages.end(), chosen->language) != languages.end())
            context.state.language = chosen->language;
    } else if (update_session(context.state, action, context.moment, context.effects.commands) == SessionEnd::over) {
        context.state = fresh_state(context.content, context.moment.now);
    }
}

} // namespace

Effects update(State& state, content::Content const& content, Action const& action, Moment const& moment)
{
    if (is_user_input(action) && !accepts_input(state, moment.now)) return {};
    auto const before = state;
    UpdateContext context{state, content, moment, {}};
    if (is_staff(state.screen))
        apply_to_staff(context, action);
    else
        apply_to_visitor(context, action);
    if (targets_changed(before, state)) state.input_blocked_until = moment.now + kInputLockout;
    return std::move(context.effects);
}

Duration idle_limit(State const& state, content::Content const& content)
{
    if (!is_visiting(state.screen)) return Duration(0);
    auto const& timings = content.timings;
    double limit = timings.idle;
    if (is_reporting(state.screen)) limit = timings.idle_report;
    if (state.screen == Screen::page || state.screen == Screen::scene || state.screen == Screen::notice)
        limit = timings.idle_reading;
    // Somebody may be watching on support pages, too, but people read slowly there: the usual limit.
    if (state.screen == Screen::page && state.reading.series == content.support.id) limit = timings.idle;
    return duration_of(state.comfort.text_size == TextSize::large ? 2 * limit : limit);
}

std::optional<Instant> next_deadline(State const& state, content::Content const& content)
{
    switch (state.screen) {
    case Screen::safe: return std::nullopt;
    case Screen::attract:
        if (attract_turns(content) < 2) return std::nullopt;
        return state.slide_since + duration_of(content.timings.attract_slide);
    case Screen::neutral: return state.entered + duration_of(content.timings.neutral);
    default: break;
    }
    if (is_staff(state.screen)) return session_deadline(state);
    if (state.warned) return *state.warned + duration_of(content.timings.warning);
    return state.last_touch + idle_limit(state, content);
}

} // namespace kiosk::visit
