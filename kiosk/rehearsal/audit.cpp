#include "rehearsal/audit.h"
#include "base/emphasis.h"
#include "files/files.h"
#include "platform/render_target.h"
#include "rehearsal/gallery.h"
#include "rehearsal/measuring.h"
#include "screens/parts/scrolling.h"
#include "screens/screens.h"
#include "toml/toml.h"
#include "ui/stage.h"

#include <cmath>
#include <fmt/format.h>
#include <map>

namespace kiosk::rehearsal {

namespace {

using content::Content;
using content::Language;

// The file and line of each text of the content.
class TextLocations {
public:
    explicit TextLocations(std::filesystem::path const& folder)
    {
        std::error_code ignored;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(folder, ignored)) {
            if (entry.path().extension() != ".toml") continue;
            auto const bytes = read_file(entry.path());
            if (!bytes) continue;
            Problems unread; // the check says them
            auto const name = (folder.filename() / entry.path().lexically_relative(folder)).string();
            if (auto const root = toml::parse_toml(bytes.value(), name, unread)) take(*root);
        }
    }

    SourceLocation find(std::string const& text, std::string const& otherwise) const
    {
        if (auto const found = places_.find(text); found != places_.end()) return found->second;
        return {otherwise};
    }

private:
    void take(toml::Value const& value)
    {
        if (value.kind == toml::Value::Kind::text) places_.try_emplace(without_emphasis(value.text), value.place);
        for (auto const& item : value.items) take(item);
        for (auto const& member : value.members) take(member.value);
    }

    std::map<std::string, SourceLocation> places_;
};

// Collects findings; equal ones become one Problem, with the first example and their number.
class Findings {
public:
    explicit Findings(std::filesystem::path const& folder) : places_(folder) {}

    void add(Finding const& finding, std::string const& context, std::string const& language)
    {
        auto const key = finding.what.substr(0, 24) + finding.where + language + finding.text;
        auto& entry = entries_[key];
        if (++entry.times > 1) return;
        entry.finding = finding;
        entry.context = context;
        entry.place = places_.find(finding.text, "interface/" + language + ".toml");
    }

    Problems problems() const
    {
        Problems problems;
        for (auto const& [key, entry] : entries_) {
            auto message = fmt::format("{}: {} ({}", entry.finding.where, entry.finding.what, entry.context);
            if (entry.times > 1) message += fmt::format("; {} times in all", entry.times);
            message += fmt::format("): \"{}\"", entry.finding.text);
            problems.push_back({Severity::error, entry.place, message, entry.finding.advice});
        }
        return problems;
    }

private:
    struct Entry {
        Finding finding;
        std::string context;
        SourceLocation place;
        int times = 0;
    };
    TextLocations places_;
    std::map<std::string, Entry> entries_;
};

struct Drawn {
    Content const& content;
    View const& view;
    Language const& language;
    ui::Theme const& theme;
    ui::Drawing drawing;
};

ImDrawData* draw(ui::Stage& stage, ui::Layout const& layout, Drawn const& drawn)
{
    std::vector<visit::Action> ignored;
    stage.scroller().reset();
    return stage.frame(layout, drawn.theme, drawn.view.state.entered, drawn.drawing, [&](ui::Canvas& canvas) {
        screens::Frame frame(canvas, drawn.content, drawn.language, ignored);
        draw_view(frame, drawn.view);
    });
}

void audit_layout(Content const& content, AuditOptions const& options, Findings& findings, AuditResult& result)
{
    ui::UnseenTextures textures;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, result.problems);
    auto const theme = ui::built_in_theme();
    for (auto const& language : options.languages)
        for (auto const& view : gallery(content, language, GalleryScope::all, kGalleryTime)) {
            for (auto const& panel : options.panels) {
                std::vector<ui::DrawnText> normal;
                for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large}) {
                    if (letters == ui::LetterSize::large && !can_be_in_large_letters(view)) continue;
                    auto const width = static_cast<float>(panel.width);
                    ui::Layout const layout(
                        layout_of(view, {{width, static_cast<float>(panel.height)}, panel.diagonal_inches, letters}));
                    draw(stage, layout, {content, view, language, theme, ui::Drawing::nothing});
                    ++result.scenes;
                    auto const context = fmt::format("{}, {}, {}{}", view.name, language, panel.name,
                                                     layout.large_text() ? ", large text" : "");
                    for (auto const& finding : measure(stage.scene(), layout)) findings.add(finding, context, language);
                    if (layout.large_text())
                        for (auto const& finding : measure_enlargement(normal, stage.scene(), layout))
                            findings.add(finding, context, language);
                    else
                        normal = stage.scene().drawn_texts();
                }
            }
            stage.tick();
        }
    for (auto const character : stage.text().missing())
        findings.add({fmt::format("no font has the character U+{:04X}", static_cast<std::uint32_t>(character)),
                      "letters", "", "take another character, or add a font of its script"},
                     "everywhere", content.languages.empty() ? "en" : content.languages.front());
}

// The least contrast of any pixel that lies behind the words, as far as they are seen: where a page fades they are not
// read yet.
double worst_contrast(ui::Image const& image, ui::DrawnText const& drawn_text, float fade)
{
    auto rect = drawn_text.rect;
    if (drawn_text.view.width > 0) {
        auto const top = std::max(rect.y, drawn_text.view.y);
        rect = {rect.x, top, rect.width, std::min(rect.bottom(), drawn_text.view.bottom() - fade) - top};
    }
    double worst = 21;
    ui::Color last{};
    bool first = true;
    auto const from = [](float at) { return std::max(0, static_cast<int>(std::lround(at))); };
    for (int y = from(rect.y); y < std::min(image.height, static_cast<int>(rect.bottom())); ++y)
        for (int x = from(rect.x); x < std::min(image.width, static_cast<int>(rect.right())); ++x) {
            auto const* pixel = image.rgba.data() + (static_cast<std::ptrdiff_t>(y) * image.width + x) * 4;
            ui::Color const color{pixel[0], pixel[1], pixel[2]};
            if (!first && color == last) continue; // most of a ground is one colour
            worst = std::min(worst, ui::contrast(color, drawn_text.ink));
            last = color;
            first = false;
        }
    return worst;
}

// Text 7:1, large text 4.5:1 (WCAG 2.2, 1.4.6), against the worst pixel behind it.
void find_low_contrast(ui::Scene const& scene, ui::Layout const& layout, ui::Image const& picture,
                       std::string const& theme, std::function<void(Finding const&)> const& add)
{
    std::ptrdiff_t veil = -1;
    for (auto const& node : scene.nodes())
        if (node.role == ui::Role::veil) veil = &node - scene.nodes().data();
    for (auto const& drawn_text : scene.drawn_texts()) {
        if (static_cast<std::ptrdiff_t>(drawn_text.order) <= veil) continue;
        bool const large = layout.to_millimetres(drawn_text.font_size * ui::kCapital) >= 7;
        auto const found = worst_contrast(picture, drawn_text, layout.units(screens::kScrollFade));
        if (found >= (large ? 4.5 : 7)) continue;
        add({fmt::format("contrast is {:.1f}:1 in {}", found, theme), "text", drawn_text.text,
             "change the theme's colours, or the scrim"});
    }
}

// One stage for all languages: each picture is decoded once.
void audit_contrast(Content const& content, AuditOptions const& options, Findings& findings, AuditResult& result)
{
    for (auto const& [width, height] : {std::pair{960, 540}, std::pair{540, 960}}) {
        auto display = platform::make_offscreen(width, height);
        if (!display) continue;
        auto& surface = *display.value();
        ui::Stage stage(surface.textures(), {ui::Fonts::installed_folders(), options.pictures, Execution::at_once, {}},
                        result.problems);
        for (auto const& language : options.languages)
            for (auto const& [name, theme] : options.themes)
                for (auto const& view : gallery(content, language, GalleryScope::one_of_each, kGalleryTime)) {
                    ui::Layout const layout(layout_of(view, {surface.size(), 22, ui::LetterSize::normal}));
                    surface.present(
                        *draw(stage, layout, {content, view, language, theme, ui::Drawing::without_letters}));
                    ++result.scenes;
                    auto const context =
                        fmt::format("{}, {:.0f}x{:.0f}", view.name, surface.size().width, surface.size().height);
                    if (!options.pictures.empty())
                        for (auto const& finding : missing_pictures(stage.scene()))
                            findings.add(finding, context, language);
                    find_low_contrast(stage.scene(), layout, surface.picture().value(), name,
                                      [&](Finding const& finding) { findings.add(finding, context, language); });
                    stage.tick();
                }
    }
}

} // namespace

std::vector<AuditPanel> const& audit_panels()
{
    static std::vector<AuditPanel> const kPanels{
        {"10 inch landscape", 1280, 800, 10.1F},  {"10 inch portrait", 800, 1280, 10.1F},
        {"13 inch landscape", 1920, 1080, 13.3F}, {"15 inch 4:3", 1024, 768, 15},
        {"15 inch portrait", 1080, 1920, 15.6F},  {"19 inch 5:4", 1280, 1024, 19},
        {"22 inch landscape", 1920, 1080, 21.5F}, {"22 inch portrait", 1080, 1920, 21.5F},
        {"32 inch portrait", 1080, 1920, 32},     {"34 inch 21:9", 2560, 1080, 34},
        {"43 inch landscape", 3840, 2160, 43},    {"55 inch portrait", 2160, 3840, 55},
        {"55 inch landscape", 1920, 1080, 55},
    };
    return kPanels;
}

AuditResult audit(Content const& content, AuditOptions const& options)
{
    AuditResult result;
    Findings findings(options.content);
    if (options.languages.empty()) return result;
    audit_layout(content, options, findings, result);
    audit_contrast(content, options, findings, result);
    auto const found = findings.problems();
    result.problems.insert(result.problems.end(), found.begin(), found.end());
    return result;
}

} // namespace kiosk::rehearsal
