//! The room behind the panels, as Bevy draws it.
//!
//! What stands where is decided by [`ui::room`](crate::ui::room); here its triangles become meshes, each
//! drawn once, and a camera looks at them through the opening that the panels leave.

use super::power::NextFrame;
use crate::ui::room::{Director, Dress, Opening, Prop, Stage, place, sight};
use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::{NoFrustumCulling, RenderLayers, VisibilitySystems};
use bevy::camera::{CameraUpdateSystems, ScalingMode, Viewport};
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy::sprite_render::AlphaMode2d;
use bevy::window::PrimaryWindow;
use bevy_egui::{EguiPostUpdateSet, PrimaryEguiContext};

/// The pace of frames while something moves, in seconds.
const FRAME: f64 = 1.0 / 60.0;
/// Frames that new meshes take to reach the screen.
const ARRIVING: u8 = 3;
/// What only the camera of the room sees.
const LAYER: usize = 1;

/// What the panels want of the room in this frame.
#[derive(Resource, Default)]
pub(super) struct Wished {
    /// Where it shows.
    pub opening: Option<Opening>,
    /// Points of the panels to pixels of the window.
    pub pixels_per_point: f32,
    /// What it is told.
    pub stage: Option<Stage>,
}

#[derive(Component)]
struct Part(Prop);

#[derive(Component)]
struct RoomCamera;

/// The room as it was drawn last.
#[derive(Resource, Default)]
struct Room {
    director: Director,
    /// What the meshes were drawn with: colours, and the width of a pixel.
    drawn: Option<(Dress, f32)>,
    arriving: u8,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wished>().init_resource::<Room>().add_systems(Startup, furnish).add_systems(
        PostUpdate,
        (look, draw, arrange)
            .chain()
            .after(EguiPostUpdateSet::EndPass)
            .before(CameraUpdateSystems)
            .before(TransformSystems::Propagate)
            .before(VisibilitySystems::VisibilityPropagate),
    );
}

/// egui smooths its own edges, and so does the room; multisampling only costs a software renderer its
/// speed.
fn furnish(
    mut commands: Commands<'_, '_>,
    meshes: ResMut<'_, Assets<Mesh>>,
    mut materials: ResMut<'_, Assets<ColorMaterial>>,
) {
    commands.spawn((Camera2d, Msaa::Off, PrimaryEguiContext));
    commands.spawn((
        RoomCamera,
        Camera2d,
        Msaa::Off,
        RenderLayers::layer(LAYER),
        Camera { order: -1, is_active: false, ..default() },
    ));
    for (no, prop) in Prop::all().into_iter().enumerate() {
        commands.spawn((
            Part(prop),
            Mesh2d(meshes.reserve_handle()),
            MeshMaterial2d(materials.add(ColorMaterial { alpha_mode: AlphaMode2d::Blend, ..default() })),
            Transform::from_xyz(0.0, 0.0, no as f32),
            Visibility::Hidden,
            NoFrustumCulling,
            RenderLayers::layer(LAYER),
        ));
    }
}

/// Turns the camera to the opening; without one it rests.
fn look(
    wished: Res<'_, Wished>,
    window: Single<'_, '_, &Window, With<PrimaryWindow>>,
    room: Single<'_, '_, (&mut Camera, &mut Projection, &mut Transform), With<RoomCamera>>,
    mut panels: Single<'_, '_, &mut Camera, (With<PrimaryEguiContext>, Without<RoomCamera>)>,
) {
    let (mut camera, mut projection, mut transform) = room.into_inner();
    let whole = window.physical_size();
    let seen = wished.opening.and_then(|opening| {
        let pixels = |at: f32, most: u32| ((at * wished.pixels_per_point).round().max(0.0) as u32).min(most);
        let rect = opening.rect;
        let min = UVec2::new(pixels(rect.min.x, whole.x), pixels(rect.min.y, whole.y));
        let max = UVec2::new(pixels(rect.max.x, whole.x), pixels(rect.max.y, whole.y));
        // A window that shrinks may be smaller than what the panels were drawn for.
        (max.x > min.x && max.y > min.y).then(|| (opening.framing, min, max - min))
    });
    if camera.is_active != seen.is_some() {
        camera.is_active = seen.is_some();
        panels.clear_color = if seen.is_some() { ClearColorConfig::None } else { ClearColorConfig::Default };
    }
    let Some((framing, min, size)) = seen else { return };
    let (middle, tall) = sight(framing, size.x as f32, size.y as f32);
    let viewport = camera.viewport.as_ref().map(|it| (it.physical_position, it.physical_size));
    if viewport != Some((min, size)) {
        camera.viewport = Some(Viewport { physical_position: min, physical_size: size, ..default() });
    }
    if let Projection::Orthographic(projection) = &mut *projection {
        projection.scaling_mode = ScalingMode::FixedVertical { viewport_height: tall };
    }
    transform.translation = Vec3::new(middle.x, middle.y, 0.0);
}

/// Draws the meshes anew where colours or sizes changed.
fn draw(
    wished: Res<'_, Wished>,
    camera: Single<'_, '_, &Camera, With<RoomCamera>>,
    mut room: ResMut<'_, Room>,
    mut meshes: ResMut<'_, Assets<Mesh>>,
    parts: Query<'_, '_, (&Part, &Mesh2d)>,
) {
    let (Some(stage), Some(opening)) = (&wished.stage, &wished.opening) else { return };
    let Some(viewport) = camera.viewport.as_ref().filter(|_| camera.is_active) else { return };
    let size = viewport.physical_size.as_vec2();
    let soft = sight(opening.framing, size.x, size.y).1 / size.y;
    let dress = stage.dress();
    // Soft edges may be a little too soft while a window is pulled larger.
    let fits = |(drawn, before): &(Dress, f32)| *drawn == dress && (0.8..1.25).contains(&(before / soft));
    if room.drawn.as_ref().is_some_and(fits) {
        return;
    }
    for (part, mesh) in &parts {
        let canvas = part.0.draw(&dress, soft);
        let places: Vec<[f32; 3]> = canvas.places.iter().map(|[x, y]| [*x, *y, 0.0]).collect();
        let drawn = Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, places)
            .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, canvas.inks)
            .with_inserted_indices(Indices::U32(canvas.triangles));
        // The handle is alive, for it hangs on the part.
        let _ = meshes.insert(mesh.0.id(), drawn);
    }
    room.drawn = Some((dress, soft));
    room.arriving = ARRIVING;
}

/// Moves everything to where it stands now.
fn arrange(
    wished: Res<'_, Wished>,
    time: Res<'_, Time<Real>>,
    keys: Res<'_, ButtonInput<KeyCode>>,
    buttons: Res<'_, ButtonInput<MouseButton>>,
    mut room: ResMut<'_, Room>,
    mut next: ResMut<'_, NextFrame>,
    mut materials: ResMut<'_, Assets<ColorMaterial>>,
    mut parts: Query<'_, '_, (&Part, &MeshMaterial2d<ColorMaterial>, &mut Transform, &mut Visibility)>,
) {
    let Some(stage) = &wished.stage else { return };
    let now = time.elapsed_secs_f64();
    if keys.get_just_pressed().next().is_some() || buttons.get_just_pressed().next().is_some() {
        room.director.skip();
    }
    room.director.see(stage, now);
    let shows = wished.opening.is_some();
    if shows && (room.director.moves(now) || room.arriving > 0) {
        room.arriving = room.arriving.saturating_sub(1);
        next.0 = Some(next.0.map_or(FRAME, |soon| soon.min(FRAME)));
    }
    if !shows {
        return;
    }
    let pose = room.director.pose(now);
    for (part, material, mut transform, mut visibility) in &mut parts {
        let placed = place(part.0, &pose);
        let wanted = if placed.share > 0.0 { Visibility::Inherited } else { Visibility::Hidden };
        visibility.set_if_neq(wanted);
        if wanted == Visibility::Hidden {
            continue;
        }
        let z = transform.translation.z;
        transform.set_if_neq(Transform {
            translation: Vec3::new(placed.at.x, placed.at.y, z),
            rotation: Quat::from_rotation_z(placed.angle),
            scale: Vec3::new(placed.scale.x, placed.scale.y, 1.0),
        });
        let colour = Color::WHITE.with_alpha(placed.share);
        // Looking is free, writing sends the material to the card again.
        if materials.get(&material.0).is_some_and(|it| it.color != colour)
            && let Some(mut material) = materials.get_mut(&material.0)
        {
            material.color = colour;
        }
    }
}
