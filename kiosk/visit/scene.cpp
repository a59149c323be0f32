// A way through a scene: a moment, a choice, what follows, and at the end the same steps each time.
#include "base/random.h"
#include "visit/update_context.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

content::SceneMoment const* current_moment(UpdateContext const& context)
{
    auto const& run = context.state.scene;
    auto const* set = context.content.scene_set(run.set);
    auto const* scene = set ? set->find(run.scene) : nullptr;
    return scene ? scene->find(run.moment) : nullptr;
}

std::string path_of(SceneRun const& run) { return run.set + "/" + run.scene; }

// One that was not seen in this visit; if all were, a new round begins with any but the last.
content::Scene const& draw_scene(UpdateContext& context, content::SceneSet const& set)
{
    auto& state = context.state;
    auto const fresh = [&] {
        std::vector<content::Scene const*> scenes;
        for (auto const& scene : set.scenes)
            if (!state.scenes_seen.contains(set.id + "/" + scene.id)) scenes.push_back(&scene);
        return scenes;
    };
    auto scenes = fresh();
    if (scenes.empty()) {
        state.scenes_seen.clear();
        if (set.scenes.size() > 1 && state.scene.set == set.id) state.scenes_seen.insert(path_of(state.scene));
        scenes = fresh();
    }
    Random random(context.moment.chance);
    return *scenes[random.below(scenes.size())];
}

void show_moment(UpdateContext& context, content::SceneMoment const& moment)
{
    auto& run = context.state.scene;
    run.moment = moment.id;
    if (!moment.picture.empty()) run.picture = moment.picture;
    run.chosen.clear();
    context.enter(Screen::scene);
}

} // namespace

void start_scene(UpdateContext& context, std::string const& id)
{
    auto const* set = context.content.scene_set(id);
    if (!set || set->scenes.empty()) return;
    auto const& scene = draw_scene(context, *set);
    if (scene.moments.empty()) return;
    abandon_quiz(context);
    auto& state = context.state;
    auto const path = set->id + "/" + scene.id;
    state.scenes_seen.insert(path);
    auto const kind = state.scenes_counted.insert(path).second ? RunKind::first : RunKind::further;
    state.scene = {kind, set->id, scene.id, "", scene.picture, "", {}};
    show_moment(context, scene.moments.front());
}

void choose_in_scene(UpdateContext& context, std::string const& choice)
{
    auto& run = context.state.scene;
    auto const* moment = current_moment(context);
    if (!moment || context.state.screen != Screen::scene || !run.chosen.empty()) return;
    if (std::find(moment->choices.begin(), moment->choices.end(), choice) == moment->choices.end()) return;
    run.chosen = choice;
    run.chosen_at = context.moment.now;
    if (run.kind == RunKind::first)
        context.count(Measure::scene_choice, path_of(run) + "/" + run.moment + "/" + choice);
}

void continue_scene(UpdateContext& context)
{
    auto& run = context.state.scene;
    auto const* moment = current_moment(context);
    if (!moment || context.state.screen != Screen::scene || run.chosen.empty()) return;
    auto const* set = context.content.scene_set(run.set);
    if (auto const* next = set->find(run.scene)->find(moment->next(run.chosen))) return show_moment(context, *next);
    if (run.kind == RunKind::first) context.count(Measure::scene_finished, path_of(run));
    context.enter(Screen::scene_end);
}

} // namespace kiosk::visit
