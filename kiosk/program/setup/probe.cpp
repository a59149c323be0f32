#include "program/setup/probe.h"
#include "content/read/read.h"
#include "files/files.h"
#include "platform/render_target.h"
#include "rehearsal/gallery.h"
#include "rehearsal/rehearsal.h"
#include "screens/screens.h"
#include "services/picture_process.h"
#include "settings/themes.h"
#include "system/child.h"
#include "system/log.h"
#include "ui/pictures/image_decode.h"
#include "ui/stage.h"

#include <algorithm>
#include <fmt/format.h>
#include <sys/resource.h>

namespace kiosk::program {

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 360; // of a preview, [px]
constexpr float kInches = 22;
constexpr std::size_t kMostPreviews = 4;

constexpr int kFaulty = 2;

// Of processor time: ten times what the shipped content takes, half of it for the rehearsal.
constexpr rlim_t kMostSeconds = 90;
constexpr rlim_t kMostMemory = 2ULL << 30U; // [bytes]
constexpr rlim_t kMostFile = 16U << 20U;    // a preview has 300 KB
constexpr rlim_t kMostOpen = 128;
// Of real time. The actual limit is that of processor time, for which a busy machine may need longer.
constexpr std::chrono::minutes kProbeLimit{10};

void limit(__rlimit_resource what, rlim_t value)
{
    rlimit const most{value, value};
    if (::setrlimit(what, &most) != 0) log(LogLevel::warning, "probe: a limit could not be set");
}

void limit_all()
{
    limit(RLIMIT_CPU, kMostSeconds);
    limit(RLIMIT_FSIZE, kMostFile);
    limit(RLIMIT_NOFILE, kMostOpen);
    limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // which reserves terabytes
    limit(RLIMIT_AS, kMostMemory);
#endif
}

// The first of each kind, in the order staff look at them.
bool is_preview(std::string const& name, std::vector<std::string> const& taken)
{
    constexpr char const* kKinds[] = {"attract.", "home", "page.", "report-channel."};
    return std::any_of(std::begin(kKinds), std::end(kKinds), [&](std::string_view kind) {
        bool const had =
            std::any_of(taken.begin(), taken.end(), [&](auto const& one) { return one.starts_with(kind); });
        return name.starts_with(kind) && !had;
    });
}

ui::StageOptions stage_of(settings::Config const& config)
{
    return {ui::Fonts::installed_folders(),
            {config.content / "pictures", config.assets / "pictures"},
            Execution::at_once,
            {},
            services::untrusted_pictures(config.content)};
}

class Drawing {
public:
    Drawing(Options const& options, content::Content const& content, ui::Theme theme)
        : options_(options),
          content_(content),
          theme_(std::move(theme))
    {
    }

    Result<> run()
    {
        // Pictures of the content have been decoded; those of the program only where a preview shows them.
        auto display = platform::make_offscreen(kWidth, kHeight, ui::Rotation::none, platform::Rasterised::on_demand);
        if (!display) return display.error();
        auto& surface = *display.value();
        Problems problems;
        auto const& config = options_.config;
        ui::Stage stage(surface.textures(), stage_of(config), problems);
        for (auto const& language : content_.languages)
            for (auto const& view :
                 rehearsal::gallery(content_, language, rehearsal::GalleryScope::pages, rehearsal::kGalleryTime))
                KIOSK_TRY(draw(surface, stage, view, language));
        return success();
    }

private:
    Result<> draw(platform::RenderTarget& surface, ui::Stage& stage, rehearsal::View const& view,
                  content::Language const& language)
    {
        std::vector<visit::Action> ignored;
        stage.scroller().reset();
        ui::Layout const layout(rehearsal::layout_of(view, {surface.size(), kInches, ui::LetterSize::normal}));
        auto* data = stage.frame(layout, theme_, view.state.entered, ui::Drawing::everything, [&](ui::Canvas& canvas) {
            screens::Frame frame(canvas, content_, language, ignored);
            rehearsal::draw_view(frame, view);
        });
        bool const wanted = language == content_.languages.front() && is_preview(view.name, taken_);
        if (wanted) surface.present(*data);
        stage.tick();
        if (!wanted) return success();
        taken_.push_back(view.name);
        auto const picture = surface.picture();
        if (!picture) return picture.error();
        return ui::write_png((options_.out / fmt::format("{}.png", taken_.size())).string(), picture.value());
    }

    Options const& options_;
    content::Content const& content_;
    ui::Theme theme_;
    std::vector<std::string> taken_;
};

// Whether all pictures of the content can be decoded. The screens would just leave a bad one out.
bool pictures_are_good(std::filesystem::path const& content)
{
    auto const untrusted = services::untrusted_pictures(content);
    bool good = true;
    for (auto const& path : list_folder(untrusted.folder)) {
        auto const bytes = read_file(path);
        auto const image =
            bytes ? untrusted.decode(bytes.value(), path.filename().string()) : Result<ui::Image>(bytes.error());
        if (!image) log(LogLevel::warning, "probe: " + image.error().line());
        good = good && image.ok();
    }
    return good;
}

} // namespace

int run_probe(Options const& options)
{
    limit_all();
    auto const& config = options.config;
    if (!pictures_are_good(config.content)) return kFaulty;
    auto const read = content::read_content(config.content);
    if (!read.content.usable()) return kFaulty;
    Problems problems;
    auto const theme = settings::read_theme(config.assets / "themes" / (config.theme + ".toml"), problems);
    if (auto const drawn = Drawing(options, read.content, theme).run(); !drawn) {
        log(LogLevel::fault, "probe: " + drawn.error().line());
        return 1;
    }
    settings::ThemeSet const themes{theme, theme, {}};
    auto const rehearsed =
        rehearsal::rehearse(read.content, themes, {kWidth, kHeight, kInches, [&] { return stage_of(config); }});
    if (rehearsed) return 0;
    log(LogLevel::warning, "probe: " + rehearsed.error().line());
    return kFaulty;
}

updates::Probe make_probe(std::filesystem::path assets)
{
    return [assets = std::move(assets)](std::filesystem::path const& content, std::filesystem::path const& previews) {
        updates::Probed probed;
        ChildCommand order;
        std::error_code ignored;
        auto const program = std::filesystem::read_symlink("/proc/self/exe", ignored);
        order.arguments = {program.string(),  "--probe",  content.string(), "--out",
                           previews.string(), "--assets", assets.string()};
        order.limit = kProbeLimit;
        order.environment = ChildEnvironment::inherited;
        auto const result = run_child(order);
        if (!result) {
            log(LogLevel::fault, result.error().line());
            return probed;
        }
        if (result.value().end != ChildOutcome::exited) return probed;
        if (result.value().code == kFaulty) probed.end = updates::ProbeEnd::faulty;
        if (result.value().code == 0) probed.end = updates::ProbeEnd::drawn;
        for (std::size_t i = 1; i <= kMostPreviews; ++i)
            if (auto path = previews / fmt::format("{}.png", i); std::filesystem::is_regular_file(path, ignored))
                probed.previews.push_back(std::move(path));
        return probed;
    };
}

} // namespace kiosk::program
